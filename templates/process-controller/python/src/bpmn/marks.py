"""Marks by which an instance is found from outside: values of the search attribute `BpmnOpen`.

They are those of compiled drawings. A mark of a message is a hash, so that it is short and
tells nothing; a collision costs one refused delivery.
"""

from string import ascii_lowercase, digits

OPEN_ATTRIBUTE = "BpmnOpen"

MANY_MARK = "many"
"""Stands for all marks of an instance that has too many of them for an attribute."""
TASK_MARK = "task"
INCIDENT_MARK = "incident"

_DIGITS = digits + ascii_lowercase
_32_BITS = 0xFFFFFFFF


def message_mark(name: str, correlation_key: str) -> str:
    """Of an instance that waits for this message."""
    return "m:" + _hash(f"{name}\n{correlation_key}")


def _hash(text: str) -> str:
    """53 bits (cyrb53), of UTF-16 as JavaScript has it."""
    a, b = 0xDEADBEEF, 0x41C6CE57
    units = text.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(units), 2):
        unit = int.from_bytes(units[at : at + 2], "little")
        a = ((a ^ unit) * 2654435761) & _32_BITS
        b = ((b ^ unit) * 1597334677) & _32_BITS
    # the second is mixed with what the first has become
    a = ((a ^ (a >> 16)) * 2246822507 ^ (b ^ (b >> 13)) * 3266489909) & _32_BITS
    b = ((b ^ (b >> 16)) * 2246822507 ^ (a ^ (a >> 13)) * 3266489909) & _32_BITS
    return _base36(4294967296 * (2097151 & b) + a)


def _base36(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text or "0"
