"""Fields of a form that are shown anew while a person may be typing in them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.ui.widgets.number_field import NumberField

Field = QLineEdit | QCheckBox | NumberField
Value = str | bool | int


class TypedFields:
    """What a person has changed in a field and not saved yet stays; the others follow what is saved."""

    def __init__(self) -> None:
        self._shown: dict[Field, Value] = {}

    def show(self, field: Field, value: Value) -> None:
        """Show what is saved."""
        is_typed = field in self._shown and _value(field) != self._shown[field]
        self._shown[field] = value
        if is_typed or _value(field) == value:
            return
        match field:
            case QCheckBox():
                field.setChecked(bool(value))
            case QLineEdit():
                field.setText(str(value))
            case _:
                field.setValue(int(value))

    def values(self) -> Mapping[Field, Value]:
        """What stands in the fields."""
        return {field: _value(field) for field in self._shown}

    def note_saved(self, values: Mapping[Field, Value]) -> None:
        """What stood in the fields is saved: from now on they follow again."""
        self._shown.update(values)


def _value(field: Field) -> Value:
    match field:
        case QCheckBox():
            return field.isChecked()
        case QLineEdit():
            return field.text().strip()
        case _:
            return field.value()
