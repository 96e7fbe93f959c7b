//! Whose certificates are believed: the public roots, or the authority a person names.

use rustls::RootCertStore;
use rustls::pki_types::{CertificateDer, pem::PemObject};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::disk::given::{self, FileError};
use crate::text::t;

/// Why a CA file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// The file cannot be read.
    #[error("{}", t!("error-ca-unreadable", path = .path.display().to_string(), why = .source.to_string()))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: FileError,
    },
    /// There is no certificate in it.
    #[error("{}", t!("error-ca-no-certificate"))]
    NoCertificate,
    /// Something in it is broken.
    #[error("{}", t!("error-ca-damaged", reason = .reason))]
    Damaged {
        /// What is wrong with it.
        reason: String,
    },
}

/// Whose certificates are believed.
#[derive(Debug, Clone)]
pub struct Trust {
    roots: Arc<RootCertStore>,
    /// The PEM text the roots came from; `None` for the public ones.
    pem: Option<Vec<u8>>,
}

impl Trust {
    /// The public roots built into the program. They hold the Amazon roots that a proxy's
    /// certificate chains to: no RDS bundle is needed.
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html>
    pub fn public() -> Self {
        let roots = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
        Self { roots: Arc::new(roots), pem: None }
    }

    /// These certificates in PEM form, and no others.
    pub fn authority(pem: Vec<u8>) -> Result<Self, TrustError> {
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(&pem) {
            let damaged = |reason: String| TrustError::Damaged { reason };
            let certificate = certificate.map_err(|error| damaged(error.to_string()))?;
            roots.add(certificate).map_err(|error| damaged(error.to_string()))?;
        }
        if roots.is_empty() {
            return Err(TrustError::NoCertificate);
        }
        Ok(Self { roots: Arc::new(roots), pem: Some(pem) })
    }

    /// [`Trust::authority`] from a file.
    pub fn read(path: &Path) -> Result<Self, TrustError> {
        let pem = given::bytes(path).map_err(|source| TrustError::Unreadable { path: path.to_owned(), source })?;
        Self::authority(pem)
    }

    /// True when the public roots are in use.
    pub fn is_public(&self) -> bool {
        self.pem.is_none()
    }

    pub(super) fn roots(&self) -> Arc<RootCertStore> {
        Arc::clone(&self.roots)
    }

    pub(super) fn pem(&self) -> Option<&[u8]> {
        self.pem.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_certificate_is_refused() {
        for pem in ["", "hello", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
            let refused = Trust::authority(pem.into());
            assert!(matches!(refused, Err(TrustError::NoCertificate)), "{pem}: {refused:?}");
        }
    }

    #[test]
    fn a_broken_certificate_is_refused() {
        let pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(matches!(Trust::authority(pem.into()), Err(TrustError::Damaged { .. })));
    }

    #[test]
    fn a_missing_file_is_named() {
        let refused = Trust::read(Path::new("/nowhere/ca.pem"));
        assert!(refused.is_err_and(|error| error.to_string().contains("`/nowhere/ca.pem`")));
    }
}
