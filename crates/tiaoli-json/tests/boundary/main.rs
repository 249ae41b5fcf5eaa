//! The boundary from outside: texts in, applications, decisions and schemas out.

#[cfg(test)]
mod asking;
#[cfg(test)]
mod common;
#[cfg(test)]
mod deciding;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod schemas;
#[cfg(test)]
mod values;
