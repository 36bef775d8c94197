//! WordprocessingML that knows no form.
