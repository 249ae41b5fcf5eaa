//! the Python module: `tiaoli-link` by PyO3
//!
//! A status and JSON pass between; what Python makes of them stands in `python/tiaoli/__init__.py`.

use pyo3::prelude::*;
use tiaoli_link::Policy;

/// A loaded policy.
#[pyclass(frozen)]
struct Engine(Policy);

#[pymethods]
impl Engine {
    /// Asks: a verb and a request in JSON; a status and the answer in JSON. Other threads run meanwhile.
    fn call(&self, py: Python<'_>, verb: &str, request: &[u8]) -> (u8, String) {
        py.detach(|| {
            let answer = self.0.call(verb, request);
            (answer.status.code(), answer.json)
        })
    }
}

/// Loads a compiled file: the policy, or a status and why not.
#[pyfunction]
fn load(py: Python<'_>, file: &[u8]) -> (u8, String, Option<Engine>) {
    py.detach(|| match Policy::load(file) {
        Ok(policy) => (0, String::new(), Some(Engine(policy))),
        Err(error) => {
            let answer = error.answer();
            (answer.status.code(), answer.json, None)
        }
    })
}

#[pymodule]
fn _tiaoli(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Engine>()?;
    module.add_function(wrap_pyfunction!(load, module)?)
}
