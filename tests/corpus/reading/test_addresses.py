"""Which addresses are public."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.addresses import is_public

PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.215.14",
    "2606:4700::1111",
    "2a00:1450:4001:81c::200e",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]

NOT_PUBLIC = [
    # this machine
    "0.0.0.0",  # noqa: S104 - judged here, not bound
    "127.0.0.1",
    "127.255.255.254",
    "::",
    "::1",
    # private
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "fc00::1",
    "fd12:3456::1",
    "fec0::1",
    # link-local, and the metadata services of clouds
    "169.254.169.254",
    "fe80::1",
    "fe80::1%1",
    "fd00:ec2::254",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    # shared by a provider's customers
    "100.64.0.1",
    "100.127.255.255",
    # multicast, broadcast, reserved, tests, documentation
    "224.0.0.1",
    "239.255.255.250",
    "ff02::1",
    "ff0e::1",
    "255.255.255.255",
    "240.0.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "2001:db8::1",
    "3fff::1",
    "100::1",
    "5f00::1",
    # IPv4 in IPv6: mapped, compatible, NAT64, 6to4, Teredo
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::808:808",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:0:a00:1::1",
    "2001:0:808:808::f5ff:fffe",
    "192.88.99.1",
]


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_public(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_any_other_address_is_not(text: str) -> None:
    assert not is_public(ip_address(text))


@given(st.ip_addresses(v=4))
def test_wrapping_an_ipv4_address_never_makes_it_more_public(address: IPv4Address) -> None:
    mapped = IPv6Address(f"::ffff:{address}")
    behind_nat64 = IPv6Address(int(IPv6Address("64:ff9b::")) | int(address))
    compatible = IPv6Address(int(address))

    assert is_public(mapped) == is_public(behind_nat64) == is_public(address)
    assert not is_public(compatible)


@given(st.ip_addresses())
def test_what_is_public_is_global_and_nothing_special(address: IPv4Address | IPv6Address) -> None:
    if not is_public(address):
        return
    inner = getattr(address, "ipv4_mapped", None) or address
    assert inner.is_global
    assert not inner.is_private
    assert not inner.is_multicast
    assert not inner.is_loopback
    assert not inner.is_link_local
