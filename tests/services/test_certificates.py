"""A certificate and its key are tried out before they are used, and what is wrong is said in a sentence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import trustme

from app.domain.errors import InvalidValueError
from app.services.certificates import check_certificate

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def files(folder: Path, issued: trustme.LeafCert, name: str = "server") -> tuple[Path, Path]:
    """The certificate and the key, written down."""
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    certificate.write_bytes(b"".join(pem.bytes() for pem in issued.cert_chain_pems))
    key.write_bytes(issued.private_key_pem.bytes())
    return certificate, key


def test_a_good_pair_is_taken_and_says_how_long(tmp_path: Path, authority: trustme.CA) -> None:
    until = NOW + dt.timedelta(days=30)
    certificate, key = files(tmp_path, authority.issue_cert("shop.example", not_after=until))
    assert abs(check_certificate(str(certificate), str(key)) - until) < dt.timedelta(seconds=2)
    both = tmp_path / "both.pem"
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    assert check_certificate(str(both), "") > NOW


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [(-40, -10, "has expired"), (10, 40, "not valid yet")],
)
def test_its_time_is_looked_at(
    tmp_path: Path, authority: trustme.CA, begins: int, ends: int, words: str
) -> None:
    issued = authority.issue_cert(
        "shop.example", not_before=NOW + dt.timedelta(days=begins), not_after=NOW + dt.timedelta(days=ends)
    )
    certificate, key = files(tmp_path, issued)
    with pytest.raises(InvalidValueError, match=words):
        check_certificate(str(certificate), str(key))


def test_a_key_of_another_certificate_is_found_out(tmp_path: Path, authority: trustme.CA) -> None:
    certificate, _ = files(tmp_path, authority.issue_cert("shop.example"))
    _, other = files(tmp_path, authority.issue_cert("shop.example"), "other")
    with pytest.raises(InvalidValueError, match="does not belong"):
        check_certificate(str(certificate), str(other))
    with pytest.raises(InvalidValueError, match="not a certificate and its key"):
        check_certificate(str(certificate), "")


def test_a_key_with_a_password_is_said(tmp_path: Path, authority: trustme.CA) -> None:
    from cryptography.hazmat.primitives import serialization

    certificate, key = files(tmp_path, authority.issue_cert("shop.example"))
    plain = serialization.load_pem_private_key(key.read_bytes(), None)
    locked = serialization.BestAvailableEncryption(b"password")
    form = serialization.PrivateFormat.PKCS8
    key.write_bytes(plain.private_bytes(serialization.Encoding.PEM, form, locked))
    with pytest.raises(InvalidValueError, match="locked with a password"):
        check_certificate(str(certificate), str(key))


def test_what_is_no_file_or_no_certificate_is_said(tmp_path: Path, authority: trustme.CA) -> None:
    certificate, key = files(tmp_path, authority.issue_cert("shop.example"))
    with pytest.raises(InvalidValueError, match=r"none\.pem cannot be read"):
        check_certificate(str(tmp_path / "none.pem"), str(key))
    with pytest.raises(InvalidValueError, match="cannot be read"):
        check_certificate(str(certificate), str(tmp_path))
    with pytest.raises(InvalidValueError, match="cannot be read"):
        check_certificate("\0", "")
    certificate.write_bytes(b"\x30\x82 this is DER or nothing")
    with pytest.raises(InvalidValueError, match="not a certificate and its key"):
        check_certificate(str(certificate), str(key))
