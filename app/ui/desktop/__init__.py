"""Polka beside its window: the tray, notices, closing, starting with the system."""
