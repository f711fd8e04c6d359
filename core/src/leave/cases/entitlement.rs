//! `guichet leave entitlement`: what a rule gives whom.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::fields::Fields;
use super::{Wrong, answer, days, decimal};
use crate::leave::decimal::Decimal;
use crate::leave::entitlement::{Cause, SavingsUse};
use crate::leave::model::HalfDays;
use crate::leave::rules::{CarryOver, Dated, Rtt, Rules, Savings, on};

type Judge = fn(&Rules, &Fields, NaiveDate) -> Result<Value, Wrong>;

/// Every rule that can be asked for.
const RULES: [(&str, Judge); 13] = [
    ("annual_entitlement", annual),
    ("fractionation_days", split_leave),
    ("rtt_by_weekly_hours", rtt),
    ("rtt_sickness_reduction", sickness),
    ("cet_deposit_annual", deposit),
    ("cet_options", options),
    ("carry_over_2025", carried),
    ("carry_over_deadline", deadline),
    ("sick_child_days", sick_child),
    ("maternity", maternity),
    ("paternity", paternity),
    ("adoption", adoption),
    ("child_death", child_death),
];

/// Judges one case: `{"rule": …, "inputs": {…}}` in, what the rule gives out. The version of the rule is that of the day `on`,
/// or of `today`.
pub fn entitlement_case(line: &[u8], today: NaiveDate) -> String {
    answer(line, |fields| judge(fields, today))
}

fn judge(fields: &Fields, today: NaiveDate) -> Result<Value, Wrong> {
    fields.only(&[
        "rule",
        "inputs",
        "on",
        "case_id",
        "expected",
        "confidence",
        "source",
    ])?;
    let rule = fields.name("rule", &RULES)?;
    let inputs = fields.object("inputs")?;
    let day = fields.day("on")?.unwrap_or(today);
    let rules = Rules::shipped().map_err(|fault| Wrong::new("rules", "", fault.to_string()))?;
    rule(rules, &inputs, day)
}

/// The version of a rule that holds on a day.
fn version<T>(versions: &[Dated<T>], day: NaiveDate) -> Result<&T, Wrong> {
    if let Some(version) = on(versions, day) {
        return Ok(&version.rule);
    }
    let first = versions.iter().min_by_key(|version| version.valid_from);
    let remedy = first.map(|first| {
        let (since, source) = (first.valid_from, &first.source);
        format!("write a day from {since} on: before, this rule was not in force ({source})")
    });
    Err(Wrong::new("on", day.to_string(), remedy.unwrap_or_default()))
}

const ONE: Decimal = Decimal::whole(1);

/// A part of full time, above nothing; all of it where none is given.
fn quota(inputs: &Fields) -> Result<Decimal, Wrong> {
    let quota = inputs.decimal("quota", 0, 1)?.unwrap_or(ONE);
    if quota == Decimal::whole(0) {
        return Err(Wrong::new(
            "quota",
            "0",
            "write a part of full time, for instance 0.8 for 80 %",
        ));
    }
    Ok(quota)
}

fn annual(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["days_per_week", "months_of_service"])?;
    let weekly = inputs.needed_decimal("days_per_week", 0, 7)?;
    let months = inputs.needed_decimal("months_of_service", 0, 12)?;
    let rule = version(&rules.annual, day)?;
    Ok(json!({ "days": decimal(rule.days(weekly, months)) }))
}

fn split_leave(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    let name = "annual_days_taken_outside_may_oct";
    inputs.only(&[name])?;
    let taken = inputs.needed_half_days(name, 0, 366)?;
    Ok(json!({ "days": version(&rules.split_leave, day)?.days(taken) }))
}

fn rtt(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["weekly_hours", "quota"])?;
    let rule = version(&rules.rtt, day)?;
    let hours = inputs.needed_decimal("weekly_hours", 0, 168)?;
    let quota = quota(inputs)?;
    let days = rule.days(hours.minutes()).ok_or_else(|| {
        let most = rule.most_minutes / 60;
        let remedy = format!("write at most {most} hours: beyond, no text gives a number of days");
        Wrong::new("weekly_hours", hours.to_string(), remedy)
    })?;
    // Part time is in proportion; which way it is rounded to the half-day is for the employer to say.
    if quota == ONE {
        return Ok(json!({ "days": days }));
    }
    let unrounded: serde_json::Number = quota
        .times(days)
        .to_string()
        .parse()
        .map_err(|_| Wrong::new("quota", quota.to_string(), "write a part of full time, as 0.8"))?;
    Ok(json!({ "days_unrounded": unrounded }))
}

fn sickness(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["rtt_days", "sick_days", "worked_days_basis"])?;
    let rtt = inputs.needed_half_days("rtt_days", 0, 366)?;
    let sick = inputs.needed_half_days("sick_days", 0, 3660)?;
    let basis = match inputs.whole("worked_days_basis", 1, 366)? {
        Some(basis) => basis,
        None => version(&rules.rtt, day)?.basis_days,
    };
    let remedy = "write more than 0: without RTT days, sickness takes none";
    let (quotient, removed) =
        Rtt::sickness(rtt, sick, basis).ok_or_else(|| Wrong::new("rtt_days", "0", remedy))?;
    Ok(json!({ "quotient": quotient, "days_removed": removed }))
}

fn deposit(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&[
        "annual_taken",
        "annual_remaining",
        "cet_balance",
        "cap",
        "min_taken",
    ])?;
    let rule = version(&rules.savings, day)?;
    let stated = |name, usual| {
        let stated = inputs.half_days(name, 0, 366)?;
        Ok(stated.unwrap_or(HalfDays::days(usual)))
    };
    let (cap, min_taken) = (
        stated("cap", rule.cap_days)?,
        stated("min_taken", rule.min_taken_days)?,
    );
    let taken = inputs.needed_half_days("annual_taken", 0, 366)?;
    let left = inputs.needed_half_days("annual_remaining", 0, 366)?;
    let saved = inputs.needed_half_days("cet_balance", 0, 366)?;
    let most = Savings::deposit(min_taken, cap, taken, left, saved);
    Ok(json!({ "max_deposit": days(most) }))
}

fn options(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["balance_dec31", "deliberation", "status"])?;
    let balance = inputs.needed_half_days("balance_dec31", 0, 366)?;
    let deliberation = inputs.needed_flag("deliberation")?;
    let tenured = inputs.name("status", &[("tenured", true), ("contract", false)])?;
    let (options, optionable) = version(&rules.savings, day)?.options(balance, deliberation, tenured);
    let names: Vec<&str> = options
        .iter()
        .map(|option| match option {
            SavingsUse::Leave => "leave",
            SavingsUse::Payout => "payout",
            SavingsUse::Rafp => "rafp",
        })
        .collect();
    Ok(json!({ "options": names, "optionable_days": days(optionable) }))
}

fn carried(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["cause", "days_per_week", "entitlement", "taken"])?;
    let causes = [("sick", Cause::Sick), ("parental_family", Cause::Family)];
    let cause = inputs.name("cause", &causes)?;
    let weekly = inputs.needed_decimal("days_per_week", 0, 7)?;
    let entitled = inputs.needed_half_days("entitlement", 0, 366)?;
    let taken = inputs.needed_half_days("taken", 0, 366)?;
    let rule = version(&rules.carry_over, day)?;
    Ok(json!({ "carried": days(rule.carried(cause, weekly, entitled, taken)) }))
}

fn deadline(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["kind", "period_start", "months"])?;
    // Both run alike; what differs is where they start: the return, or the end of the year at the latest.
    inputs.name(
        "kind",
        &[("acquired_before_leave", ()), ("acquired_during_leave", ())],
    )?;
    let start = inputs.needed_day("period_start")?;
    let months = match inputs.whole("months", 0, 120)? {
        Some(months) => u32::try_from(months).unwrap_or_default(),
        None => version(&rules.carry_over, day)?.months,
    };
    let last = CarryOver::last_day(start, months)
        .ok_or_else(|| Wrong::new("period_start", start.to_string(), "write an earlier day"))?;
    Ok(json!({ "last_day": last.to_string() }))
}

fn sick_child(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["days_per_week_full_time", "doubled", "quota"])?;
    let weekly = inputs.needed_decimal("days_per_week_full_time", 0, 7)?;
    let doubled = inputs.flag("doubled")?.unwrap_or(false);
    let rule = version(&rules.sick_child, day)?;
    Ok(json!({ "days": days(rule.days(weekly, doubled, quota(inputs)?)) }))
}

fn maternity(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["children_before", "expected"])?;
    let before = inputs.needed_whole("children_before", 0, 30)?;
    let expected = inputs.needed_whole("expected", 1, 10)?;
    let birth = version(&rules.maternity, day)?
        .weeks(before, expected)
        .ok_or_else(|| {
            Wrong::new(
                "expected",
                expected.to_string(),
                "write how many children are expected",
            )
        })?;
    Ok(json!({
        "prenatal_weeks": birth.prenatal_weeks,
        "postnatal_weeks": birth.postnatal_weeks,
        "total_weeks": birth.prenatal_weeks + birth.postnatal_weeks,
    }))
}

fn paternity(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["multiple"])?;
    let rule = version(&rules.paternity, day)?;
    Ok(json!({
        "calendar_days": rule.days(inputs.needed_flag("multiple")?),
        "mandatory_after_birth_leave": rule.mandatory_days,
        "birth_leave_days": rule.birth_leave_days,
    }))
}

fn adoption(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["children_after", "multiple"])?;
    let children = inputs.needed_whole("children_after", 1, 30)?;
    let multiple = inputs.needed_flag("multiple")?;
    let rule = version(&rules.adoption, day)?;
    Ok(json!({ "weeks": rule.weeks_for(children, multiple) }))
}

fn child_death(rules: &Rules, inputs: &Fields, day: NaiveDate) -> Result<Value, Wrong> {
    inputs.only(&["child_age", "child_was_parent"])?;
    let age = inputs.needed_whole("child_age", 0, 120)?;
    let parent = inputs.needed_flag("child_was_parent")?;
    let (working, more) = version(&rules.child_death, day)?.days(age, parent);
    Ok(json!({ "working_days_ouvrables": working, "extra_days_within_1y": more }))
}
