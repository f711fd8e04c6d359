//! The inbox and the memory of talks, on both databases.

use chrono::Duration;

use super::*;
use crate::kernel::line::{Line, Saying};
use crate::kernel::notice::{self, Claimed, Letter, NoticeId, Way};
use crate::kernel::work::Work;
use crate::testing::{TestHouse, both, start};

fn said(event: &str, room: &str, words: &str) -> Heard {
    let what = What::Said(words.to_owned());
    Heard {
        event_id: event.into(),
        room: room.into(),
        sender: "@amina.diallo:localhost".into(),
        sent_at: start(),
        what,
    }
}

async fn take(house: &TestHouse) -> Option<String> {
    let waiting = next_waiting(house).await.unwrap()?;
    let mut work = Work::write(house).await.unwrap();
    assert!(done(&mut work, &waiting.heard.event_id).await.unwrap());
    work.save().await.unwrap();
    Some(waiting.heard.event_id)
}

#[tokio::test]
async fn an_event_is_heard_once_however_often_it_comes() {
    both(async |house| {
        keep(
            house,
            "matrix",
            &[said("$1", "!a", "solde"), said("$2", "!a", "aide")],
            "s1",
        )
        .await
        .unwrap();
        assert_eq!(take(house).await.as_deref(), Some("$1"));
        keep(
            house,
            "matrix",
            &[
                said("$1", "!a", "solde"),
                said("$2", "!a", "aide"),
                said("$3", "!a", "1"),
            ],
            "s2",
        )
        .await
        .unwrap();
        assert_eq!(cursor(house, "matrix").await.unwrap().as_deref(), Some("s2"));
        assert_eq!(take(house).await.as_deref(), Some("$2"));
        assert_eq!(take(house).await.as_deref(), Some("$3"));
        assert_eq!(take(house).await, None);
        let mut work = Work::write(house).await.unwrap();
        assert!(!done(&mut work, "$1").await.unwrap(), "handled twice");
    })
    .await;
}

#[tokio::test]
async fn a_failing_event_keeps_its_place_in_its_room_and_holds_up_no_other() {
    both(async |house| {
        keep(
            house,
            "matrix",
            &[
                said("$1", "!a", "x"),
                said("$2", "!a", "y"),
                said("$3", "!b", "z"),
            ],
            "s",
        )
        .await
        .unwrap();
        postpone(house, "$1", Duration::seconds(5)).await.unwrap();
        assert_eq!(take(house).await.as_deref(), Some("$3"));
        assert_eq!(take(house).await, None);
        house.clock.advance(Duration::seconds(6));
        assert_eq!(next_waiting(house).await.unwrap().unwrap().attempts, 1);
        assert_eq!(take(house).await.as_deref(), Some("$1"));
        assert_eq!(take(house).await.as_deref(), Some("$2"));
    })
    .await;
}

#[tokio::test]
async fn what_can_be_decrypted_late_takes_its_turn_late() {
    both(async |house| {
        let mut late = said("$1", "!a", "");
        late.what = What::Undecryptable("{}".into());
        keep(house, "matrix", &[late], "s").await.unwrap();
        assert_eq!(take(house).await, None);
        assert_eq!(undecryptable(house).await.unwrap().len(), 1);
        decrypted(house, &said("$1", "!a", "solde")).await.unwrap();
        assert_eq!(take(house).await.as_deref(), Some("$1"));
        assert!(undecryptable(house).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_what_cannot_be_decrypted_the_sender_is_told_once_and_it_waits_a_day() {
    both(async |house| {
        let mut late = said("$1", "!a", "");
        late.what = What::Undecryptable("{}".into());
        keep(house, "matrix", &[late], "s").await.unwrap();
        let unreadable = async || unreadable_since(house, Duration::minutes(1)).await.unwrap().len();
        assert_eq!(unreadable().await, 0, "its key may be on the way");
        house.clock.advance(Duration::minutes(2));
        assert_eq!(unreadable().await, 1);
        let mut work = Work::write(house).await.unwrap();
        assert!(told(&mut work, "$1").await.unwrap());
        assert!(!told(&mut work, "$1").await.unwrap());
        work.save().await.unwrap();
        assert_eq!(unreadable().await, 0);
        assert_eq!(forget_unreadable(house, Duration::hours(24)).await.unwrap(), 0);
        assert_eq!(undecryptable(house).await.unwrap().len(), 1);
        house.clock.advance(Duration::hours(24));
        assert_eq!(forget_unreadable(house, Duration::hours(24)).await.unwrap(), 1);
        assert!(undecryptable(house).await.unwrap().is_empty());
        assert_eq!(take(house).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_talk_is_remembered_forgotten_and_noticed_when_it_goes_quiet() {
    both(async |house| {
        let mut work = Work::write(house).await.unwrap();
        remember(&mut work, "!a", None, "{\"leave\":1}").await.unwrap();
        remember(&mut work, "!a", None, "{\"leave\":2}").await.unwrap();
        assert_eq!(
            recall(&mut work, "!a").await.unwrap().unwrap().state,
            "{\"leave\":2}"
        );
        work.save().await.unwrap();
        assert!(
            rooms_gone_quiet(house, Duration::minutes(15))
                .await
                .unwrap()
                .is_empty()
        );
        house.clock.advance(Duration::minutes(16));
        assert_eq!(
            rooms_gone_quiet(house, Duration::minutes(15)).await.unwrap(),
            ["!a"]
        );
        let mut work = Work::write(house).await.unwrap();
        assert!(forget(&mut work, "!a").await.unwrap());
        assert!(!forget(&mut work, "!a").await.unwrap());
        work.save().await.unwrap();
    })
    .await;
}

/// The next that is to be said in chat, past those under way.
async fn next(house: &TestHouse, under_way: &[NoticeId]) -> Option<Claimed<Saying>> {
    notice::next(house, Way::Chat, under_way).await.unwrap()
}

#[tokio::test]
async fn a_notice_leaves_once_in_order_and_a_lost_one_comes_again_with_the_same_id() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        work.tell(amina.id, Line::personal("one").choice("a", "x").choice("b", "y"))
            .await
            .unwrap();
        work.tell(amina.id, Line::personal("two")).await.unwrap();
        work.save().await.unwrap();
        let first = next(house, &[]).await.unwrap();
        assert_eq!(first.content.lines[0].key, "one");
        assert!(
            next(house, &[first.id]).await.is_none(),
            "the second waits for the first"
        );
        // The process that had it under way was killed: the next one knows of none.
        assert_eq!(next(house, &[]).await.unwrap().id, first.id);
        notice::sent(house, first.id, Some("!a"), "$e1").await.unwrap();
        let second = next(house, &[]).await.unwrap();
        assert_eq!(second.content.lines[0].key, "two");
        let mut work = Work::read(house).await.unwrap();
        let now = work.now();
        assert_eq!(
            notice::choices_in(work.tx(), "!a", now).await.unwrap().unwrap(),
            ["a", "b"]
        );
        assert_eq!(
            notice::choices_of(work.tx(), "!a", "$e1").await.unwrap().unwrap(),
            ["a", "b"]
        );
        drop(work);
        notice::sent(house, second.id, Some("!a"), "$e2").await.unwrap();
        assert!(next(house, &[]).await.is_none(), "nothing is left to say");
        let mut work = Work::read(house).await.unwrap();
        assert_eq!(
            notice::choices_in(work.tx(), "!a", now + Duration::hours(1))
                .await
                .unwrap(),
            None
        );
        assert_eq!(notice::waiting(work.tx(), Way::Chat).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn those_under_way_do_not_hold_up_others_and_what_failed_waits_its_time() {
    both(async |house| {
        let (amina, claire) = (
            house.agent("amina.diallo").await,
            house.agent("claire.moreau").await,
        );
        let mut work = Work::write(house).await.unwrap();
        work.tell(amina.id, Line::personal("taken")).await.unwrap();
        work.tell(claire.id, Line::personal("failed")).await.unwrap();
        work.save().await.unwrap();
        let taken = next(house, &[]).await.unwrap();
        let failed = next(house, &[taken.id]).await.unwrap();
        assert_eq!(failed.agent, Some(claire.id));
        notice::failed(house, failed.id, failed.attempts, "no device")
            .await
            .unwrap();
        assert!(next(house, &[taken.id]).await.is_none());
        house.clock.advance(Duration::seconds(2));
        let again = next(house, &[taken.id]).await.unwrap();
        assert_eq!((again.id, again.attempts), (failed.id, 2));
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_two_processes_want_leaves_by_one_and_comes_again_when_that_one_is_lost() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        work.mail(&amina, "password-mail-no-link", &vec![], None)
            .await
            .unwrap();
        work.save().await.unwrap();
        let claim = async || {
            let lease = Duration::seconds(30);
            notice::claim::<Letter>(house, Way::Mail, lease).await.unwrap()
        };
        let (one, other) = tokio::join!(claim(), claim());
        assert!(one.is_some() != other.is_some(), "one has it, and only one");
        let first = one.or(other).unwrap();
        house.clock.advance(Duration::seconds(31));
        let again = claim().await.unwrap();
        assert_eq!((again.id, again.attempts), (first.id, 2));
    })
    .await;
}

#[tokio::test]
async fn what_could_not_leave_outlives_a_long_outage_and_is_parked_in_the_end() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        work.tell(amina.id, Line::personal("told")).await.unwrap();
        work.save().await.unwrap();
        let claim = async || next(house, &[]).await;
        for tries in 1..500 {
            let claimed = claim().await.unwrap();
            assert_eq!(claimed.attempts, tries);
            notice::failed(house, claimed.id, tries, "the homeserver is away")
                .await
                .unwrap();
            house.clock.advance(Duration::minutes(9));
        }
        let claimed = claim().await.unwrap();
        house.clock.advance(Duration::days(1));
        notice::failed(house, claimed.id, 500, "the homeserver is away")
            .await
            .unwrap();
        house.clock.advance(Duration::minutes(9));
        assert!(claim().await.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_has_an_end_leaves_before_it_and_never_after() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let write = async || {
            let mut work = Work::write(house).await.unwrap();
            let until = work.now() + Duration::minutes(30);
            let args = vec![];
            work.mail(&amina, "password-mail-no-link", &args, Some(until))
                .await
                .unwrap();
            work.save().await.unwrap();
        };
        let claim = async || {
            notice::claim::<Letter>(house, Way::Mail, Duration::seconds(30))
                .await
                .unwrap()
        };
        write().await;
        house.clock.advance(Duration::minutes(29));
        let letter = claim().await.unwrap();
        assert_eq!(letter.content.to, amina.email);
        notice::sent(house, letter.id, None, "<1@x>").await.unwrap();
        write().await;
        house.clock.advance(Duration::minutes(30));
        assert!(claim().await.is_none(), "a dead link is not sent late");
        let mut work = Work::read(house).await.unwrap();
        assert_eq!(notice::waiting(work.tx(), Way::Mail).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn who_asks_is_answered_even_while_something_unprompted_could_not_reach_them() {
    both(async |house| {
        let amina = house.agent("amina.diallo").await;
        let mut work = Work::write(house).await.unwrap();
        work.tell(amina.id, Line::personal("unprompted")).await.unwrap();
        work.answer(Some(amina.id), "!a", Line::personal("answer").into())
            .await
            .unwrap();
        work.save().await.unwrap();
        let unprompted = next(house, &[]).await.unwrap();
        let under_way = [unprompted.id];
        assert!(
            next(house, &under_way).await.is_none(),
            "the answer waits its turn"
        );
        notice::failed(house, unprompted.id, 8, "no device")
            .await
            .unwrap();
        let answer = next(house, &[]).await.unwrap();
        assert_eq!(answer.content.lines[0].key, "answer");
        notice::sent(house, answer.id, None, "$e1").await.unwrap();
        assert!(next(house, &[]).await.is_none());
        let mut work = Work::write(house).await.unwrap();
        notice::hurry(&mut work, amina.id).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(next(house, &[]).await.unwrap().id, unprompted.id);
    })
    .await;
}
