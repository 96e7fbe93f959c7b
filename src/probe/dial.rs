//! The first two stages: a name to addresses, an address to a TCP connection.

use std::io;
use std::net::{IpAddr, SocketAddr};
use tokio::net::{TcpStream, lookup_host};

use super::fact::{self, Learnt};
use super::failure::Failure;
use super::target::ProbeTarget;

/// The addresses to dial: the tunnel's where there is one, else the endpoint's.
pub(super) async fn resolve(target: &ProbeTarget) -> Result<(Vec<SocketAddr>, Learnt), Failure> {
    let (host, port) = match &target.via {
        Some(via) => (via.host.as_str(), via.port),
        None => (target.host.as_str(), target.port),
    };
    let found: Vec<SocketAddr> = lookup_host((host, port)).await.map_err(Failure::Io)?.collect();
    if found.is_empty() {
        return Err(Failure::NoAddress);
    }
    let mut ips: Vec<IpAddr> = found.iter().map(SocketAddr::ip).collect();
    ips.dedup();
    Ok((found, fact::resolved(target, &ips)))
}

/// Tries each address in turn; the stage's limit covers them all.
pub(super) async fn tcp(addresses: &[SocketAddr]) -> Result<((TcpStream, SocketAddr), Learnt), Failure> {
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(stream) => {
                stream.set_nodelay(true).map_err(Failure::Io)?;
                return Ok(((stream, *address), fact::connected(address.ip(), address.port())));
            }
            Err(error) => last = error,
        }
    }
    Err(Failure::Io(last))
}
