//! The TLS stage: each protocol's own request for TLS, then the handshake.

use rustls::ClientConfig;
use rustls::client::WebPkiServerVerifier;
use rustls::pki_types::ServerName;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::certificate::{Certificate, Witness};
use super::fact::{self, Learnt};
use super::failure::Failure;
use super::target::{ProbeTarget, Protocol};
use super::trust::Trust;

use crate::text::t;

/// A connection whose certificate was verified for the endpoint's own name. Holding one is the
/// licence to send a credential.
pub(super) type Verified = TlsStream<TcpStream>;

/// Asks for TLS in the target's protocol and verifies the endpoint.
pub(super) async fn secure(
    mut stream: TcpStream,
    target: &ProbeTarget,
    trust: &Trust,
) -> Result<((Verified, Option<Certificate>), Learnt), Failure> {
    match target.protocol {
        Protocol::Mysql => ask_mysql(&mut stream).await?,
        Protocol::Postgresql => ask_postgresql(&mut stream).await?,
    }
    let driver = |error: &dyn std::fmt::Display| Failure::Driver(error.to_string());
    let name = ServerName::try_from(target.host.clone()).map_err(|error| driver(&error))?;
    let judge = WebPkiServerVerifier::builder(trust.roots()).build().map_err(|e| driver(&e))?;
    let witness = Arc::new(Witness::new(judge));
    let config = ClientConfig::builder()
        .dangerous() // rustls's word for any verifier of one's own; this one only listens in.
        .with_custom_certificate_verifier(witness.clone())
        .with_no_client_auth();
    let secured = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .map_err(|error| Failure::from_io(error, || witness.shown()))?;
    let version = match secured.get_ref().1.protocol_version() {
        Some(rustls::ProtocolVersion::TLSv1_3) => "TLS 1.3",
        Some(rustls::ProtocolVersion::TLSv1_2) => "TLS 1.2",
        _ => "TLS",
    };
    let shown = witness.shown();
    let fact = fact::secured(version, shown.as_ref());
    Ok(((secured, shown), fact))
}

/// `SSLRequest`, answered by one byte.
/// <https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL>
async fn ask_postgresql(stream: &mut TcpStream) -> Result<(), Failure> {
    const SSL_REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];
    stream.write_all(&SSL_REQUEST).await.map_err(Failure::Io)?;
    match stream.read_u8().await.map_err(Failure::Io)? {
        b'S' => Ok(()),
        b'N' => Err(Failure::NoTls),
        byte => Err(Failure::OtherProtocol(t!("probe-answered-byte", byte = format!("{byte:#04x}")))),
    }
}

const CLIENT_SSL: u32 = 0x800;
/// `CLIENT_PROTOCOL_41`, `CLIENT_SECURE_CONNECTION` and `CLIENT_PLUGIN_AUTH`.
const CLIENT_BASE: u32 = 0x200 | 0x8000 | 0x8_0000;

/// The server greets first; the short `SSLRequest` form of the handshake response follows.
/// <https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets_protocol_ssl_request.html>
async fn ask_mysql(stream: &mut TcpStream) -> Result<(), Failure> {
    let mut header = [0; 4];
    stream.read_exact(&mut header).await.map_err(Failure::Io)?;
    let [a, b, c, _] = header;
    let length = u32::from_le_bytes([a, b, c, 0]);
    if length > 4096 {
        return Err(Failure::OtherProtocol(t!("probe-greets", bytes = length.to_string())));
    }
    let mut greeting = vec![0; length as usize];
    stream.read_exact(&mut greeting).await.map_err(Failure::Io)?;
    if !offers_tls(&greeting)? {
        return Err(Failure::NoTls);
    }
    let mut request = vec![32, 0, 0, 1];
    request.extend((CLIENT_BASE | CLIENT_SSL).to_le_bytes());
    request.extend((16_u32 << 20).to_le_bytes()); // largest packet
    request.push(45); // utf8mb4
    request.extend([0; 23]);
    stream.write_all(&request).await.map_err(Failure::Io)
}

/// Whether a MySQL greeting carries `CLIENT_SSL`; a refusal in its place is passed on.
fn offers_tls(greeting: &[u8]) -> Result<bool, Failure> {
    let strange = || Failure::OtherProtocol(t!("probe-greeting").to_owned());
    match greeting.split_first() {
        Some((10, rest)) => {
            let end = rest.iter().position(|byte| *byte == 0).ok_or_else(strange)?;
            // After the version: thread id (4), nonce (8), filler (1), capabilities (low 2).
            let low = rest.get(end + 14..end + 16).ok_or_else(strange)?;
            let low = low.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte));
            Ok(low & CLIENT_SSL != 0)
        }
        Some((255, rest)) => {
            let (code, words) = rest.split_at_checked(2).ok_or_else(strange)?;
            let code = code.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte));
            // This early there may be no `#SQLSTATE` in front.
            let words = words.strip_prefix(b"#").and_then(|rest| rest.get(5..)).unwrap_or(words);
            let message = String::from_utf8_lossy(words).into_owned();
            Err(Failure::Server { code: code.to_string(), message })
        }
        _ => Err(strange()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn greeting(capabilities: u16) -> Vec<u8> {
        let mut packet = vec![10];
        packet.extend(b"5.7.0\0");
        packet.extend([0; 13]);
        packet.extend(capabilities.to_le_bytes());
        packet.extend([0; 30]);
        packet
    }

    #[test]
    fn the_greeting_says_whether_there_is_tls() {
        assert!(offers_tls(&greeting(0xffff)).unwrap());
        assert!(!offers_tls(&greeting(0xf7ff)).unwrap());
    }

    #[test]
    fn a_refusal_instead_of_a_greeting_keeps_its_words() {
        for packet in [&b"\xff\x10\x04Too many connections"[..], b"\xff\x10\x04#08004Too many connections"] {
            match offers_tls(packet) {
                Err(Failure::Server { code, message }) => {
                    assert_eq!((code.as_str(), message.as_str()), ("1040", "Too many connections"));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn anything_else_is_another_protocol() {
        for packet in [&b""[..], b"HTTP/1.1 400", b"\x0a5.7.0", b"\x0a5.7.0\0abc", b"\xff\x10"] {
            assert!(matches!(offers_tls(packet), Err(Failure::OtherProtocol(_))), "{packet:?}");
        }
    }
}
