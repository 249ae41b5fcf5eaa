//! Detached signatures: `minisign -S -m policy.tlc` makes `policy.tlc.minisig`.

use minisign_verify::{PublicKey, Signature};
use std::fmt;

/// Somebody whose signature is trusted.
///
/// ```
/// use tiaoli_compiled::{Signer, Untrusted};
///
/// let signer = Signer::new("RWT3pqEqMTvnEUl30icOZcrlMw0Y/QUzTdHFDje7rQCLwZd5zDQOPC0G")?;
/// let signature = "\
/// untrusted comment: signature from minisign secret key\n\
/// RUT3pqEqMTvnEcBpCIIkTZsobXQn48zIIagGoLAPh8Bii69g2V5bFQ7qG5yihg1wHEe/My5/NBDYW7mALUvS2WDvnMw0C/Ch+w4=\n\
/// trusted comment: other\n\
/// MMD284tn68AVGclQ7kyQCrXg+fKoRJmljKLSrBLlev09lrRDXdvecXl40IHK1aiyvkObvMkeabUxfbmxHD+ZCw==\n\
/// ";
/// signer.check(b"signed by us\n", signature)?;
/// assert_eq!(signer.check(b"signed by them\n", signature), Err(Untrusted::Other));
/// # Ok::<(), Untrusted>(())
/// ```
#[derive(Clone, Debug)]
pub struct Signer {
    key: PublicKey,
}

/// A file whose signature is not that of the signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untrusted {
    /// The key is no minisign public key.
    Key,
    /// The signature is no minisign signature.
    Signature,
    /// The signature is another key's, or of another file.
    Other,
}

impl Signer {
    /// The signer of a public key: the text of a `minisign.pub`, or its second line alone.
    ///
    /// # Errors
    ///
    /// [`Untrusted::Key`] where it is none.
    pub fn new(public_key: &str) -> Result<Self, Untrusted> {
        let text = public_key.trim();
        let key = if text.contains('\n') { PublicKey::decode(text) } else { PublicKey::from_base64(text) };
        Ok(Self { key: key.map_err(|_| Untrusted::Key)? })
    }

    /// Whether `signature`, the text of a `.minisig`, is this signer's for `bytes`.
    ///
    /// # Errors
    ///
    /// [`Untrusted`] where it is not.
    pub fn check(&self, bytes: &[u8], signature: &str) -> Result<(), Untrusted> {
        let signature = Signature::decode(signature).map_err(|_| Untrusted::Signature)?;
        self.key.verify(bytes, &signature, false).map_err(|_| Untrusted::Other)
    }
}

impl fmt::Display for Untrusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key => "it is no minisign public key",
            Self::Signature => "it is no minisign signature",
            Self::Other => "the signature is another key's, or of another file",
        })
    }
}

impl std::error::Error for Untrusted {}
