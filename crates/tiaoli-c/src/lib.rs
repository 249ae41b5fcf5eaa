//! the C ABI: load a compiled policy, ask it, take the answer; also what WebAssembly exports
//!
//! The header `include/tiaoli.h` says what each function promises. Here is the one place of the house where pointers are
//! followed; everything behind them is [`tiaoli_link`].
//!
//! Ownership has one rule: what a function hands out is freed by the function of its name, once, and lives until then
//! whatever else is freed. Null is taken everywhere: as an empty input, as "nothing to free", as "I do not want this".

#![expect(unsafe_code, reason = "a C ABI is made of pointers; each use says what its caller promised")]

use std::ffi::{CStr, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tiaoli_link::{Answer, Asked, Policy};

/// The status of a panic: a fault of ours, never of an input.
pub const TIAOLI_INTERNAL: i32 = 70;

/// A loaded policy.
#[derive(Debug)]
pub struct TiaoliPolicy(Policy);

/// An answer: JSON, with a nought after its end.
#[derive(Debug)]
pub struct TiaoliAnswer {
    status: i32,
    json: Vec<u8>,
}

/// Loads a compiled file. On success `*policy` is set and the status is 0; else `*policy` is null and `*why`, where `why`
/// is not null, says what is wrong.
///
/// # Safety
///
/// `file` points to `length` bytes, or is null; `policy` and `why` are null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_load(
    file: *const u8,
    length: usize,
    policy: *mut *mut TiaoliPolicy,
    why: *mut *mut TiaoliAnswer,
) -> i32 {
    // SAFETY: the caller promised so many bytes.
    let file = unsafe { bytes(file, length) };
    let loaded = catch_unwind(|| Policy::load(file));
    let (found, answer) = match loaded {
        Ok(Ok(loaded)) => (Box::into_raw(Box::new(TiaoliPolicy(loaded))), None),
        Ok(Err(error)) => (std::ptr::null_mut(), Some(TiaoliAnswer::of(error.answer()))),
        Err(_) => (std::ptr::null_mut(), Some(TiaoliAnswer::internal())),
    };
    let status = answer.as_ref().map_or(0, |it| it.status);
    // SAFETY: the caller promised that these can be written to.
    unsafe {
        put(why, answer);
        if policy.is_null() {
            tiaoli_policy_free(found);
        } else {
            policy.write(found);
        }
    }
    status
}

/// Asks a policy: a verb (`evaluate`, `explain`, `schema`, `describe`) and a request in JSON. `*answer` is always set.
///
/// # Safety
///
/// `policy` is of [`tiaoli_load`] and not freed; `verb` is a text with a nought at its end, or null; `request` points to
/// `length` bytes, or is null; `answer` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_call(
    policy: *const TiaoliPolicy,
    verb: *const c_char,
    request: *const u8,
    length: usize,
    answer: *mut *mut TiaoliAnswer,
) -> i32 {
    // SAFETY: the caller promised what each of them is.
    let (policy, verb, request) = unsafe { (policy.as_ref(), text(verb), bytes(request, length)) };
    // SAFETY: the caller promised that it can be written to.
    unsafe { reply(policy, answer, |policy| policy.call(&verb, request)) }
}

/// Decides an application with the policy's chosen readings: `tiaoli_call` without an envelope.
///
/// # Safety
///
/// As [`tiaoli_call`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_evaluate(
    policy: *const TiaoliPolicy,
    application: *const u8,
    length: usize,
    answer: *mut *mut TiaoliAnswer,
) -> i32 {
    // SAFETY: the caller promised what each of them is.
    let (policy, application) = unsafe { (policy.as_ref(), bytes(application, length)) };
    // SAFETY: the caller promised that it can be written to.
    unsafe { reply(policy, answer, |policy| policy.answer(application, &Asked::default())) }
}

/// The status of an answer; 0 for null.
///
/// # Safety
///
/// `answer` is of this library and not freed, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_answer_status(answer: *const TiaoliAnswer) -> i32 {
    // SAFETY: the caller promised so.
    unsafe { answer.as_ref() }.map_or(0, |it| it.status)
}

/// The JSON of an answer in UTF-8 with a nought after its end; it lives as long as the answer.
///
/// # Safety
///
/// `answer` is of this library and not freed, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_answer_json(answer: *const TiaoliAnswer) -> *const c_char {
    // SAFETY: the caller promised so.
    unsafe { answer.as_ref() }.map_or(c"".as_ptr(), |it| it.json.as_ptr().cast())
}

/// How many bytes the JSON of an answer has, the nought not counted.
///
/// # Safety
///
/// `answer` is of this library and not freed, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_answer_length(answer: *const TiaoliAnswer) -> usize {
    // SAFETY: the caller promised so.
    unsafe { answer.as_ref() }.map_or(0, |it| it.json.len().saturating_sub(1))
}

/// Frees an answer.
///
/// # Safety
///
/// `answer` is of this library and not freed, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_answer_free(answer: *mut TiaoliAnswer) {
    if !answer.is_null() {
        // SAFETY: the caller promised that it is ours and freed once.
        drop(unsafe { Box::from_raw(answer) });
    }
}

/// Frees a policy. No call on it may be under way.
///
/// # Safety
///
/// `policy` is of [`tiaoli_load`] and not freed, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_policy_free(policy: *mut TiaoliPolicy) {
    if !policy.is_null() {
        // SAFETY: the caller promised that it is ours and freed once.
        drop(unsafe { Box::from_raw(policy) });
    }
}

/// The version of this library.
#[unsafe(no_mangle)]
pub extern "C" fn tiaoli_version() -> *const c_char {
    const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
    VERSION.as_ptr().cast()
}

/// Room for `length` bytes, for a host that cannot make any in this memory (WebAssembly).
#[unsafe(no_mangle)]
pub extern "C" fn tiaoli_bytes_new(length: usize) -> *mut u8 {
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(length).is_err() {
        return std::ptr::null_mut();
    }
    bytes.resize(length, 0);
    Box::into_raw(bytes.into_boxed_slice()).cast()
}

/// Gives back room of [`tiaoli_bytes_new`].
///
/// # Safety
///
/// `bytes` is of [`tiaoli_bytes_new`] with the same `length` and not freed, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tiaoli_bytes_free(bytes: *mut u8, length: usize) {
    if !bytes.is_null() {
        // SAFETY: the caller promised that it is ours, of this length, and freed once.
        drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(bytes, length)) });
    }
}

impl TiaoliAnswer {
    fn of(answer: Answer) -> Self {
        let mut json = answer.json.into_bytes();
        json.push(0);
        Self { status: i32::from(answer.status.code()), json }
    }

    fn internal() -> Self {
        let json = "{\"error\":\"internal\",\"code\":\"internal\",\"message\":{\"zh\":\"内部错误，请报告\",\"en\":\"an internal error: please report it\"}}\0";
        Self { status: TIAOLI_INTERNAL, json: json.as_bytes().to_vec() }
    }
}

/// Asks, whatever happens, and hands out the answer.
///
/// # Safety
///
/// `answer` is null or can be written to.
unsafe fn reply(
    policy: Option<&TiaoliPolicy>,
    answer: *mut *mut TiaoliAnswer,
    ask: impl FnOnce(&Policy) -> Answer,
) -> i32 {
    let said = match policy {
        Some(TiaoliPolicy(policy)) => catch_unwind(AssertUnwindSafe(|| TiaoliAnswer::of(ask(policy))))
            .unwrap_or_else(|_| TiaoliAnswer::internal()),
        None => TiaoliAnswer::of(tiaoli_link::Error::no_policy().answer()),
    };
    let status = said.status;
    // SAFETY: the caller promised that it can be written to.
    unsafe { put(answer, Some(said)) };
    status
}

/// # Safety
///
/// `place` is null or can be written to.
unsafe fn put(place: *mut *mut TiaoliAnswer, answer: Option<TiaoliAnswer>) {
    if !place.is_null() {
        let answer = answer.map_or(std::ptr::null_mut(), |it| Box::into_raw(Box::new(it)));
        // SAFETY: the caller promised that it can be written to.
        unsafe { place.write(answer) };
    }
}

/// # Safety
///
/// `start` points to `length` bytes that live long enough, or is null.
unsafe fn bytes<'a>(start: *const u8, length: usize) -> &'a [u8] {
    if start.is_null() {
        return &[];
    }
    // SAFETY: the caller promised so many bytes.
    unsafe { std::slice::from_raw_parts(start, length) }
}

/// # Safety
///
/// `start` is a text with a nought at its end, or null.
unsafe fn text(start: *const c_char) -> String {
    if start.is_null() {
        return String::new();
    }
    // SAFETY: the caller promised a nought at the end.
    unsafe { CStr::from_ptr(start) }.to_string_lossy().into_owned()
}
