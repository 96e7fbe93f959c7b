//! HTTP/1.1 as far as the SDK and the emulators use it.

use std::io;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

/// An HTTP/1.1 request or answer, whole.
#[derive(Debug, Clone)]
pub struct Message {
    pub head: Vec<String>,
    pub body: Vec<u8>,
}

impl Message {
    /// `None` where the peer is done.
    pub async fn read(stream: &mut TcpStream) -> io::Result<Option<Self>> {
        let mut buffer = Vec::new();
        let end = loop {
            if let Some(end) = find(&buffer, b"\r\n\r\n") {
                break end;
            }
            if stream.read_buf(&mut buffer).await? == 0 {
                return Ok(None);
            }
        };
        let mut body = buffer.split_off(end + 4);
        let head = String::from_utf8_lossy(&buffer[..end]).split("\r\n").map(str::to_owned).collect();
        let mut message = Self { head, body: Vec::new() };
        if message.header("transfer-encoding") == "chunked" {
            while !body.ends_with(b"0\r\n\r\n") {
                if stream.read_buf(&mut body).await? == 0 {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
            }
            message.body = unchunked(&body);
        } else {
            let length: usize = message.header("content-length").parse().unwrap_or(0);
            let missing = length.saturating_sub(body.len());
            let from = body.len();
            body.resize(from + missing, 0);
            stream.read_exact(&mut body[from..]).await?;
            message.body = body;
        }
        Ok(Some(message))
    }

    pub fn answer(status: &str, kind: &str, extra: &str, body: &str) -> Self {
        let head = [&format!("HTTP/1.1 {status}"), &format!("content-type: {kind}"), extra];
        let head = head.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        Self { head, body: body.as_bytes().to_vec() }
    }

    pub fn header(&self, name: &str) -> &str {
        let lines = self.head.iter().skip(1).filter_map(|line| line.split_once(':'));
        let mut values = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name));
        values.next().map(|(_, value)| value.trim()).unwrap_or_default()
    }

    /// The first line's second word: an answer's status, a request's path.
    pub fn second_word(&self) -> &str {
        self.head[0].split(' ').nth(1).unwrap_or_default()
    }

    /// AWS did what it was asked.
    pub fn is_success(&self) -> bool {
        self.second_word().starts_with('2')
    }

    /// The length is written anew and the connection kept open; nothing else is changed.
    pub fn bytes(&self) -> Vec<u8> {
        [self.head_bytes(self.body.len()), self.body.clone()].concat()
    }

    /// Announces more than is sent.
    pub fn cut_bytes(&self) -> Vec<u8> {
        [self.head_bytes(self.body.len().max(64)), self.body[..self.body.len() / 2].to_vec()].concat()
    }

    fn head_bytes(&self, length: usize) -> Vec<u8> {
        let ours = ["content-length", "transfer-encoding", "connection"];
        let mut text = String::new();
        for (number, line) in self.head.iter().enumerate() {
            let key = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
            if number == 0 || !ours.contains(&key.as_str()) {
                text += line;
                text += "\r\n";
            }
        }
        text += &format!("content-length: {length}\r\n\r\n");
        text.into_bytes()
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = find(bytes, b"\r\n") {
        let size = String::from_utf8_lossy(&bytes[..end]);
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default(), 16).unwrap_or(0);
        if size == 0 {
            break;
        }
        body.extend(&bytes[end + 2..end + 2 + size]);
        bytes = &bytes[end + 2 + size + 2..];
    }
    body
}
