//! stub

pub mod edit;
