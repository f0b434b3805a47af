"""Which network addresses the bot may connect to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

NAT64 = IPv6Network("64:ff9b::/96")
"""An IPv4 address written as an IPv6 one for networks without IPv4 (RFC 6052): judged as IPv4."""

GLOBAL_UNICAST = IPv6Network("2000::/3")
"""The only IPv6 space in use for public hosts (IANA, "Internet Protocol Version 6 Address Space").
What lies outside is loopback, private, link-local, multicast, or wraps something."""

REFUSED_IPV4 = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments; Oracle's metadata is 192.0.0.192
    IPv4Network("192.88.99.0/24"),  # 6to4 relays (RFC 7526)
    IPv4Network("168.63.129.16/32"),  # Azure's own services, on a public number
)
"""IPv4 addresses that `is_global` lets through, on all or on older Pythons, and that hold no news."""

REFUSED_IPV6 = (
    IPv6Network("2001::/23"),  # protocol assignments, among them Teredo, which wraps IPv4
    IPv6Network("2002::/16"),  # 6to4, which wraps IPv4 (RFC 7526: no longer in use)
    IPv6Network("3fff::/20"),  # documentation (RFC 9637)
)
"""IPv6 addresses within GLOBAL_UNICAST that are refused whatever they wrap."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address is a public host's: not private, local, shared, reserved or wrapped.

    The base is the IANA special-purpose registries, through `is_global`.
    """
    if isinstance(address, IPv4Address):
        return _is_public_ipv4(address)
    wrapped = _wrapped_ipv4(address)
    if wrapped is not None:
        return _is_public_ipv4(wrapped)
    return _is_public_ipv6(address)


def _is_public_ipv4(address: IPv4Address) -> bool:
    if not address.is_global or address.is_multicast:
        return False
    return not any(address in network for network in REFUSED_IPV4)


def _is_public_ipv6(address: IPv6Address) -> bool:
    if not address.is_global or address not in GLOBAL_UNICAST:
        return False
    return not any(address in network for network in REFUSED_IPV6)


def _wrapped_ipv4(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped
