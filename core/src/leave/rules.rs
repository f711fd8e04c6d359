//! The rules of leave, read from `rules.toml`: which version of a rule holds on a day, and where it stands.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::model::HalfDays;
use crate::kernel::fault::Fault;

static SHIPPED: LazyLock<Result<Rules, toml::de::Error>> =
    LazyLock::new(|| toml::from_str(include_str!("rules.toml")));

/// Every rule, each with its versions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Annual leave of a year.
    pub annual: Vec<Dated<Annual>>,
    /// Days earned by leave outside the season.
    pub split_leave: Vec<Dated<SplitLeave>>,
    /// RTT days of a year, and what sickness takes of them.
    pub rtt: Vec<Dated<Rtt>>,
    /// The savings account.
    pub savings: Vec<Dated<Savings>>,
    /// Leave kept past its year because of sickness or family leave.
    pub carry_over: Vec<Dated<CarryOver>>,
    /// Days for a sick child.
    pub sick_child: Vec<Dated<SickChild>>,
    /// Weeks around a birth.
    pub maternity: Vec<Dated<Maternity>>,
    /// Days for the other parent.
    pub paternity: Vec<Dated<Paternity>>,
    /// Weeks for an adoption.
    pub adoption: Vec<Dated<Adoption>>,
    /// Days for the death of a child.
    pub child_death: Vec<Dated<ChildDeath>>,
}

impl Rules {
    /// The rules as shipped. Fails only if the file that was built in is broken.
    pub fn shipped() -> Result<&'static Self, Fault> {
        SHIPPED
            .as_ref()
            .map_err(|e| Fault::inconsistent("leave/rules.toml", "rules", e.to_string()))
    }
}

/// One version of a rule.
#[derive(Debug, Deserialize)]
pub struct Dated<T> {
    /// Its first day.
    pub valid_from: NaiveDate,
    /// Its last day; none: it still holds.
    pub valid_to: Option<NaiveDate>,
    /// The text that it comes from.
    pub source: String,
    /// What it says.
    #[serde(flatten)]
    pub rule: T,
}

/// The version that holds on a day, if one does.
pub fn on<T>(versions: &[Dated<T>], day: NaiveDate) -> Option<&Dated<T>> {
    versions
        .iter()
        .find(|version| version.valid_from <= day && version.valid_to.is_none_or(|last| day <= last))
}

/// Annual leave.
#[derive(Debug, Deserialize)]
pub struct Annual {
    /// How many times the working days of a week.
    pub weeks: i64,
}

/// Split-leave days.
#[derive(Debug, Deserialize)]
pub struct SplitLeave {
    /// The days are added to the rights of so many years later.
    pub credited_years_later: i32,
    /// What the leave outside the season earns, lowest first.
    pub steps: Vec<SplitStep>,
}

/// So many days for so many half-days taken.
#[derive(Debug, Deserialize)]
pub struct SplitStep {
    /// At least so many half-days taken.
    pub half_days: HalfDays,
    /// Days earned.
    pub days: i64,
}

/// RTT days.
#[derive(Debug, Deserialize)]
pub struct Rtt {
    /// Days of a year by weekly minutes, lowest first.
    pub steps: Vec<RttStep>,
    /// The longest week for which there is a number, minutes.
    pub most_minutes: i64,
    /// Days worked in a year, by which the effect of sickness is reckoned.
    pub basis_days: i64,
}

/// So many days for so long a week.
#[derive(Debug, Deserialize)]
pub struct RttStep {
    /// At least so many minutes a week.
    pub minutes: i64,
    /// Days of a year.
    pub days: i64,
}

/// The savings account.
#[derive(Debug, Deserialize)]
pub struct Savings {
    /// Days of annual leave to take before any is saved.
    pub min_taken_days: i64,
    /// Days that it can hold.
    pub cap_days: i64,
    /// Days that can only be taken as leave.
    pub leave_only_days: i64,
}

/// Carry-over.
#[derive(Debug, Deserialize)]
pub struct CarryOver {
    /// After sickness: what is left of so many weeks.
    pub sick_weeks: i64,
    /// For so long.
    pub months: u32,
}

/// Days for a sick child.
#[derive(Debug, Deserialize)]
pub struct SickChild {
    /// Days on top of those of a week.
    pub more_days: i64,
    /// Times so many for who is alone with the child.
    pub doubled: i64,
}

/// Maternity.
#[derive(Debug, Deserialize)]
pub struct Maternity {
    /// By number of children.
    pub cases: Vec<Birth>,
}

/// Weeks around one kind of birth.
#[derive(Debug, Deserialize)]
pub struct Birth {
    /// At least so many dependent children before.
    pub children_before: i64,
    /// At least so many expected.
    pub expected: i64,
    /// Weeks before the birth.
    pub prenatal_weeks: i64,
    /// Weeks after it.
    pub postnatal_weeks: i64,
}

/// Paternity and child reception.
#[derive(Debug, Deserialize)]
pub struct Paternity {
    /// Calendar days.
    pub calendar_days: i64,
    /// Calendar days where more than one child is born.
    pub calendar_days_multiple: i64,
    /// Of these, to take right after the birth leave.
    pub mandatory_days: i64,
    /// Working days at the birth.
    pub birth_leave_days: i64,
}

/// Adoption.
#[derive(Debug, Deserialize)]
pub struct Adoption {
    /// Weeks.
    pub weeks: i64,
    /// From so many dependent children, the new one included, …
    pub family_children: i64,
    /// … so many weeks.
    pub family_weeks: i64,
    /// Weeks where more than one child is adopted.
    pub multiple_weeks: i64,
}

/// Death of a child.
#[derive(Debug, Deserialize)]
pub struct ChildDeath {
    /// Working days.
    pub adult_days: i64,
    /// For a child younger than so many years, …
    pub young_below: i64,
    /// … or who was a parent: working days, …
    pub young_days: i64,
    /// … and so many more within a year.
    pub young_more_days: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound<T>(name: &str, versions: &[Dated<T>]) {
        assert!(!versions.is_empty(), "{name} has no version");
        for version in versions {
            assert!(!version.source.trim().is_empty(), "{name} names no source");
        }
        for pair in versions.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            assert_eq!(
                before.valid_to.and_then(|last| last.succ_opt()),
                Some(after.valid_from),
                "{name}: a version ends on the eve of the next"
            );
        }
        let last = versions.last().unwrap();
        assert_eq!(last.valid_to, None, "{name}: something holds today");
    }

    #[test]
    fn every_rule_names_its_source_and_its_versions_follow_one_another_without_a_gap() {
        let rules = Rules::shipped().unwrap();
        sound("annual", &rules.annual);
        sound("split_leave", &rules.split_leave);
        sound("rtt", &rules.rtt);
        sound("savings", &rules.savings);
        sound("carry_over", &rules.carry_over);
        sound("sick_child", &rules.sick_child);
        sound("maternity", &rules.maternity);
        sound("paternity", &rules.paternity);
        sound("adoption", &rules.adoption);
        sound("child_death", &rules.child_death);
    }

    #[test]
    fn every_version_says_how_sure_it_is() {
        let table: toml::Table = include_str!("rules.toml").parse().unwrap();
        for (name, versions) in table {
            for version in versions.as_array().unwrap() {
                let confidence = version.get("confidence").and_then(|sure| sure.as_str());
                assert!(
                    matches!(confidence, Some("A" | "B" | "C")),
                    "{name}: {confidence:?}"
                );
            }
        }
    }

    #[test]
    fn a_rule_holds_from_its_first_day_to_its_last() {
        let savings = &Rules::shipped().unwrap().savings;
        let cap = |day: &str| on(savings, day.parse().unwrap()).map(|version| version.rule.cap_days);
        assert_eq!(cap("2010-05-21"), None);
        assert_eq!(cap("2019-12-31"), Some(60));
        assert_eq!(cap("2020-01-01"), Some(70));
        assert_eq!(cap("2020-12-31"), Some(70));
        assert_eq!(cap("2021-01-01"), Some(60));
    }

    #[test]
    fn the_steps_of_every_table_rise() {
        let rules = Rules::shipped().unwrap();
        for version in &rules.rtt {
            let steps = &version.rule.steps;
            assert!(
                steps
                    .windows(2)
                    .all(|pair| pair[0].minutes < pair[1].minutes && pair[0].days < pair[1].days)
            );
            assert_eq!(steps.last().unwrap().minutes, version.rule.most_minutes);
        }
        for version in &rules.split_leave {
            let steps = &version.rule.steps;
            assert!(
                steps
                    .windows(2)
                    .all(|pair| pair[0].half_days < pair[1].half_days && pair[0].days < pair[1].days)
            );
        }
    }
}
