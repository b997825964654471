"""Web addresses as people paste them: which are whole, and which stay on this machine."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_web_address(url: str) -> bool:
    """Whether it begins with http:// or https:// and names a host, and no user and password."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna")
        whole = parts.scheme in {"http", "https"} and bool(host) and parts.port != 0
    except ValueError:
        return False
    return whole and parts.username is None


def is_on_this_machine(url: str) -> bool:
    """Whether what is sent there never leaves this machine."""
    return is_loopback(urlsplit(url).hostname or "")


def is_numeric(host: str) -> bool:
    """Whether a host is given as its number, as 127.0.0.1 or ::1."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_everywhere(host: str) -> bool:
    """Whether to listen there is to listen in every network, as with 0.0.0.0; nobody can be reached so."""
    return is_numeric(host) and ipaddress.ip_address(host).is_unspecified


def is_loopback(host: str) -> bool:
    """Whether a host is this machine as only this machine sees it."""
    return ipaddress.ip_address(host).is_loopback if is_numeric(host) else host == "localhost"
