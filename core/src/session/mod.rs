//! Sessions: signing in, staying in, going out. The one place where a secret is checked, with the counters around it.

mod admit;
mod arrival;
mod caller;
mod device;
mod enter;
mod factor;
mod link;
mod model;
mod open;
mod password;
mod prove;
mod refusal;
mod second;
mod sign_in;
mod store;
mod storm;
#[cfg(test)]
mod tests;

pub use arrival::Arrival;
pub use caller::{CallerWay, Uncalled, caller_ways, confirm_caller};
pub(crate) use caller::{judged_caller, send_caller_code};
pub use device::count as count_known_devices;
pub use enter::{Entered, enter, list, revoke, sign_out, touch};
pub use factor::{
    Resent, begin_enrolment, confirm_enrolment, confirm_factor, confirm_sms, look_at_sms, resend_own_code,
    resend_sms,
};
pub use link::{
    Awaited, Issued, StartLink, Unlinked, awaited_link, confirm_link, issue_link_code, mail_link_code,
    start_link, use_link_code,
};
pub use model::{Session, SessionId, Site, Step};
pub use open::Opened;
pub use password::{
    ChangePassword, FinishReset, Link, asks_password, change_password, finish_reset, look_at_link,
    set_password,
};
pub use prove::{
    Again, Here, asks_again, begin_own_enrolment, confirm_own_enrolment, may_renew_recovery,
    new_recovery_codes, prove, proved_again, send_again,
};
pub use refusal::Error;
pub use second::confirm_second;
pub use sign_in::{SignIn, sign_in};
