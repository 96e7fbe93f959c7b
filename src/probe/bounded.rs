//! A PostgreSQL stream that lets no message through that is longer than a login and `SELECT 1` can
//! need: the driver makes room for as much as a message announces, up to 2 GB, before any of it is there.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::text::t;

/// Bytes of one message. An error of a server has some hundred.
const MESSAGE: usize = 1 << 20;
/// Bytes of all of them.
const TOTAL: usize = 16 << 20;

/// The server says more than anybody needs to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum TooMuch {
    #[error("{}", t!("error-probe-message", bytes = .0.to_string(), most = MESSAGE.to_string()))]
    Message(u32),
    #[error("{}", t!("error-probe-total", most = TOTAL.to_string()))]
    Total,
}

/// A stream that is given up when its server says too much.
#[derive(Debug)]
pub(super) struct Bounded<S> {
    stream: S,
    messages: Messages,
}

impl<S> Bounded<S> {
    pub fn new(stream: S) -> Self {
        Self { stream, messages: Messages::default() }
    }
}

/// Where in the server's messages the stream is. Each has a letter, its length without the letter in
/// four bytes, and the rest of that length.
/// <https://www.postgresql.org/docs/current/protocol-message-formats.html>
#[derive(Debug, Default)]
struct Messages {
    head: [u8; 5],
    /// Bytes of the head that are there.
    filled: usize,
    /// Bytes of the message that are still to come behind its head.
    rest: usize,
    total: usize,
}

impl Messages {
    fn take(&mut self, mut bytes: &[u8]) -> Result<(), TooMuch> {
        self.total = self.total.saturating_add(bytes.len());
        if self.total > TOTAL {
            return Err(TooMuch::Total);
        }
        loop {
            let (_, after) = bytes.split_at(self.rest.min(bytes.len()));
            self.rest -= bytes.len() - after.len();
            bytes = after;
            let Some((byte, after)) = bytes.split_first() else { return Ok(()) };
            if let Some(place) = self.head.get_mut(self.filled) {
                *place = *byte;
            }
            self.filled += 1;
            bytes = after;
            if self.filled == self.head.len() {
                self.filled = 0;
                let [_, length @ ..] = self.head;
                let length = u32::from_be_bytes(length);
                self.rest = usize::try_from(length).unwrap_or(usize::MAX).saturating_sub(4);
                if self.rest > MESSAGE {
                    return Err(TooMuch::Message(length));
                }
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Bounded<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        let new = buffer.filled().get(before..).unwrap_or_default();
        Poll::Ready(self.messages.take(new).map_err(io::Error::other))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Bounded<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(length: u32, body: usize) -> Vec<u8> {
        let mut bytes = vec![b'E'];
        bytes.extend(length.to_be_bytes());
        bytes.resize(bytes.len() + body, b'x');
        bytes
    }

    #[test]
    fn messages_are_followed_however_they_are_cut() {
        let long = u32::try_from(MESSAGE).unwrap_or_default();
        let mut stream = [message(8, 4), message(4, 0), message(long, MESSAGE - 4)].concat();
        stream.extend(message(2_000_000_000, 0));
        for cut in [1, 3, 5, 7, 4096, stream.len()] {
            let mut messages = Messages::default();
            let taken: Vec<_> = stream.chunks(cut).map(|piece| messages.take(piece)).collect();
            let (last, others) = taken.split_last().map_or((&Ok(()), &[][..]), |(last, others)| (last, others));
            assert!(others.iter().all(Result::is_ok), "{cut}");
            assert_eq!(*last, Err(TooMuch::Message(2_000_000_000)), "{cut}");
        }
    }

    #[test]
    fn a_server_that_does_not_stop_is_given_up() {
        let mut messages = Messages::default();
        let notice = message(1004, 1000);
        let ended = std::iter::repeat_with(|| messages.take(&notice)).take(TOTAL).find(Result::is_err);
        assert_eq!(ended, Some(Err(TooMuch::Total)));
    }
}
