"""Where a name on the web leads, and whether that is the open web.

Rule 1. A name may have many addresses and nobody can say which one will be taken: one that is not public
        refuses the name.
Rule 2. IPv4 dressed as IPv6 (mapped, 6to4, NAT64) is judged undressed.
Rule 3. Public is what the registries call global. Multicast, reserved and the old site-local addresses
        never are, whatever a table of "global" ones says of them.
Whoever asks must connect to the addresses given here: asked again, the name may lead elsewhere.
"""

import ipaddress
import socket

from digest.errors import Fault, UnreachableError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")
_IPV4 = 0xFFFFFFFF


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name, each once, in the system's order; raises UnreachableError without any."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(
            "cannot be found: there is no such host, or no connection to the internet",
            "check the address",
            Fault.HOST,
        ) from error
    addresses = tuple(dict.fromkeys(str(place[0]) for *_, place in found))
    if not addresses:
        raise UnreachableError("cannot be found: its host has no address", "check it", Fault.HOST)
    return addresses


def is_public(address: str) -> bool:
    """Whether an address, as `addresses_of` gives it, lies on the open web."""
    plain = _undressed(ipaddress.ip_address(address))
    return plain.is_global and not (plain.is_multicast or plain.is_reserved or plain in _SITE_LOCAL)


def _undressed(address: _Address) -> _Address:
    """Rule 2."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & _IPV4)
    return address.ipv4_mapped or address.sixtofour or address
