//! Every id of a program names something.
//!
//! An id is a number in a type of its own name, so a walk over serde's data sees each of them wherever it stands: a new
//! field or a new kind of node is checked without a word here. A new *kind of id* needs a line in
//! [`counts`](crate::sound::counts); without one its first use is refused.

use crate::sound::counts;
use crate::unreadable::{Reason, Unreadable};
use serde::ser::{self, Serialize};
use std::fmt;
use tiaoli_eval::program::Program;

pub(crate) fn check(program: &Program) -> Result<(), Unreadable> {
    let counts = counts(program);
    program.serialize(&mut Walk { counts: &counts, of: None }).map_err(|found| match found {
        Found::Dangling(kind, number) => Unreadable::of(Reason::Dangling(kind, number)),
        Found::Other(why) => Unreadable::content(&why),
    })
}

/// Looks at every number that stands in a type of an id.
struct Walk<'c> {
    counts: &'c [(&'static str, usize)],
    /// The kind of id whose number comes next.
    of: Option<&'static str>,
}

#[derive(Debug)]
enum Found {
    Dangling(&'static str, u32),
    Other(String),
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dangling(kind, number) => write!(f, "there is no {kind} {number}"),
            Self::Other(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Found {}

impl ser::Error for Found {
    fn custom<T: fmt::Display>(why: T) -> Self {
        Self::Other(why.to_string())
    }
}

/// Values that hold no id.
macro_rules! nothing {
    ($($name:ident: $ty:ty,)*) => { $(
        fn $name(self, _: $ty) -> Result<(), Found> {
            Ok(())
        }
    )* };
}

/// Values that are walked through.
macro_rules! compound {
    ($($which:ident :: $step:ident,)*) => { $(
        impl ser::$which for &mut Walk<'_> {
            type Ok = ();
            type Error = Found;

            fn $step<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Found> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Found> {
                Ok(())
            }
        }
    )* };
}

compound! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}

macro_rules! fields {
    ($($which:ident,)*) => { $(
        impl ser::$which for &mut Walk<'_> {
            type Ok = ();
            type Error = Found;

            fn serialize_field<T: ?Sized + Serialize>(&mut self, _: &'static str, value: &T) -> Result<(), Found> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Found> {
                Ok(())
            }
        }
    )* };
}

fields! { SerializeStruct, SerializeStructVariant, }

impl ser::SerializeMap for &mut Walk<'_> {
    type Ok = ();
    type Error = Found;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Found> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Found> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Found> {
        Ok(())
    }
}

impl ser::Serializer for &mut Walk<'_> {
    type Ok = ();
    type Error = Found;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    nothing! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u64: u64, serialize_u128: u128,
        serialize_char: char, serialize_str: &str, serialize_bytes: &[u8], serialize_unit_struct: &'static str,
    }

    #[expect(clippy::disallowed_types, reason = "serde asks for it; no program holds one")]
    fn serialize_f32(self, _: f32) -> Result<(), Found> {
        Err(ser::Error::custom("a float"))
    }

    #[expect(clippy::disallowed_types, reason = "serde asks for it; no program holds one")]
    fn serialize_f64(self, _: f64) -> Result<(), Found> {
        Err(ser::Error::custom("a float"))
    }

    fn serialize_u32(self, number: u32) -> Result<(), Found> {
        let Some(kind) = self.of.take() else { return Ok(()) };
        let count = self.counts.iter().find(|(name, _)| *name == kind).map_or(0, |(_, count)| *count);
        if usize::try_from(number).is_ok_and(|number| number < count) {
            return Ok(());
        }
        Err(Found::Dangling(kind, number))
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, name: &'static str, value: &T) -> Result<(), Found> {
        self.of = name.ends_with("Id").then_some(name);
        value.serialize(&mut *self)?;
        self.of = None;
        Ok(())
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Found> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Found> {
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Found> {
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Found> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Found> {
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Found> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Found> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Found> {
        Ok(self)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self, Found> {
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Found> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Found> {
        Ok(self)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self, Found> {
        Ok(self)
    }
}
