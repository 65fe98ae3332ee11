import pytest

from otehon.engines.public_address import is_public

OPEN = ("93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1")
PRIVATE = (
    *("10.0.0.1", "127.0.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "0.0.0.0"),
    *("::1", "::", "fe80::1%eth0", "fd00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1"),
    *("64:ff9b::a9fe:a9fe", "64:ff9b::a00:1", "2002:a00:1::1", "::a00:1"),
)


@pytest.mark.parametrize("address", OPEN)
def test_what_is_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_none_however_it_is_wrapped(address: str) -> None:
    assert not is_public(address)
