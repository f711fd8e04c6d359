# Leave: balances, requests, decisions.

leave-kind-annual = annual leave
leave-kind-rtt = RTT
leave-kinds-annual = Annual leave
leave-kinds-rtt = RTT

leave-period-day = on { $from }
leave-period-morning = on { $from } (morning)
leave-period-afternoon = on { $from } (afternoon)
leave-period-days = from { $from } to { $to }
leave-period-from-noon = from { $from } (afternoon) to { $to }
leave-period-until-noon = from { $from } to { $to } (morning)
leave-period-noon-to-noon = from { $from } (afternoon) to { $to } (morning)

leave-balance = Your balances on { $today }:
leave-balance-item = { $kind } { $year }: { $left } left (entitled: { $entitled }; validated: { $validated }; waiting: { $pending }).
leave-talk-other-balance = I only follow annual leave and RTT here. For other accounts, ask your HR officer.
leave-help-balance = "balance": the annual leave and RTT you have left; "why this balance?": how they are reckoned
leave-balance-none = Your leave entitlement is not recorded yet. Your HR officer can have it recorded.

leave-preview = Your request, not sent yet: { $days } of { $kind }, { $period }.
leave-preview-left = Balance of { $kind } { $year }: { $before } before, { $after } after.
leave-preview-supervisor = { $supervisor } will decide on it.
leave-skipped = { $date } is not deducted: { $why }.
leave-bridge = day granted by the employer

leave-requested = Your request no. { $number } is recorded: { $days } of { $kind }, { $period }. It is not granted yet: { $supervisor } has to validate it. You will be told here.
leave-supervisor-unknown = your supervisor

leave-asked = Request no. { $number }: { $name } asks for { $days } of { $kind }, { $period }. It waits for your decision. Answer "validate { $number }", or "refuse { $number }" followed by the reason.
leave-choice-validate = Validate
leave-choice-refuse = Refuse

leave-told-validated = Your request no. { $number } is validated: { $days } of { $kind }, { $period }. This leave is granted.
leave-told-refused = Your request no. { $number } is refused: { $days } of { $kind }, { $period }. Reason: { $reason }. You can ask for other dates, or talk to your supervisor or your HR officer. You can also contest this refusal within two months, with the administration or the administrative court.
leave-told-withdrawn = { $name } has withdrawn request no. { $number }: { $days } of { $kind }, { $period }. There is nothing left for you to do.

leave-decided-validated = Request no. { $number } ({ $name }) is validated: { $days } of { $kind }, { $period }. They are being told.
leave-decided-refused = Request no. { $number } ({ $name }) is refused: { $days } of { $kind }, { $period }. They are being told, with your reason.
leave-withdrawn = Your request no. { $number } is withdrawn: { $days } of { $kind }, { $period }. Your supervisor is being told.

leave-list = Your requests:
leave-list-none = You have not asked for any leave. To do so, write for instance "leave from 16 to 20 March".
leave-list-submitted = No. { $number }: { $days } of { $kind }, { $period }. Not granted yet: { $supervisor } has to validate it.
leave-list-validated = No. { $number }: { $days } of { $kind }, { $period }. Validated.
leave-list-refused = No. { $number }: { $days } of { $kind }, { $period }. Refused. Reason: { $reason }.
leave-list-withdrawn = No. { $number }: { $days } of { $kind }, { $period }. Withdrawn by you.
leave-list-lapsed = No. { $number }: { $days } of { $kind }, { $period }. Not granted: the leave was due to start and no decision had been made.

leave-waiting = These requests wait for your decision. Choose the one to validate, or answer "refuse" followed by the number of the request and the reason.
leave-waiting-none = No request waits for your decision.
leave-waiting-item = No. { $number }: { $name }, { $days } of { $kind }, { $period }.

leave-no-end-before-start = The last day is before the first. Give me both dates, for instance "from 16 to 20 March".
leave-no-nothing-between = There is nothing to take from the afternoon to the morning of the same day. Tell me the morning, the afternoon or the whole day.
leave-no-past = I cannot record this request: { $from } is past. Your supervisor or your HR officer can settle a past absence.
leave-no-worked-day = There is nothing to deduct { $period }: no half-day of yours is worked then. No request is needed.
leave-no-too-long = I cannot record this request: you would be away { $days } days in a row, rest days included. The limit is { $limit } days. Choose a shorter period.
leave-no-too-long-joined = I cannot record this request: together with your other requests next to it, you would be away { $days } days in a row, rest days included. The limit is { $limit } days. Choose other dates.
leave-no-overlap-validated = You already have validated leave on these dates: request no. { $number }, { $period }. Choose other dates, or write "change my request { $number }".
leave-no-overlap-submitted = You already have a request waiting on these dates: no. { $number }, { $period }. To replace it, write "change my request { $number }".
leave-no-entitlement = Your { $year } entitlement ({ $kind }) is not recorded yet. Your HR officer can have it recorded.
leave-no-balance = Your balance is not enough: this request takes { $cost } of { $kind } in { $year }, and you have { $left } left. Choose a shorter period or another type of leave.
leave-no-supervisor = I cannot send your request: no supervisor is recorded for you. Your HR officer can correct this.
leave-no-such-request = I cannot find request no. { $number }. Write "my requests" to see yours, or "to validate" for those that wait for your decision.
leave-no-already-validated = Request no. { $number } is already validated, since { $at }. Nothing was changed. To go back on this leave, the agent and the supervisor have to agree.
leave-no-already-refused = Request no. { $number } was already refused, on { $at }. Nothing was changed. A new request can be made.
leave-no-already-withdrawn = Request no. { $number } was withdrawn by the agent on { $at }. Nothing was changed.
leave-no-lapsed = Request no. { $number } was not decided before the leave was due to start: it is not granted and no longer can be. Your HR officer can settle the matter.
leave-no-reason = A refusal needs a reason. Give it, for instance "two colleagues are already away that week".
leave-no-vague-reason = This reason is too general. Give the fact that prevents this leave, for instance "two colleagues are already away that week".
leave-no-long-reason = This reason is too long: 500 characters at most. Sum up the fact that prevents this leave.
leave-no-right = You cannot do that: a request is seen only by its author and their supervisor, it is decided only by that supervisor, and nobody decides on their own.

leave-help-request = "leave from 16 to 20 March": ask for leave
leave-help-status = "my requests": where they stand; "change my request 142", "cancel my request 142"
leave-help-decide = "to validate": the requests that wait for your decision

leave-choice-send = Send the request
leave-choice-drop = Give up

leave-talk-which-dates = For which dates? For instance "from 16 to 20 March" or "Monday afternoon".
leave-talk-which-start = From which day, until { $end }?
leave-talk-which-end = Until which day, from { $start }?
leave-talk-which-day = Which day is it?
leave-talk-day = { $day }
leave-talk-which-half = In the morning or in the afternoon?
leave-talk-morning = In the morning
leave-talk-afternoon = In the afternoon
leave-talk-second = A request covers one period. Here is the first. Then make another request for the other period, { $period }.
leave-talk-other-kind = I only record annual leave and RTT here. For another absence, ask your HR officer.
leave-talk-again-request = Your request is not sent yet. Shall I send it? You can also give me other dates.
leave-talk-dropped = Dropped. No request was sent.

leave-talk-validate = Request no. { $number } ({ $name }): { $days } of { $kind }, { $period }. Do you validate it?
leave-talk-refuse = Request no. { $number } ({ $name }): { $days } of { $kind }, { $period }. Do you refuse it for this reason: { $reason }?
leave-talk-why = Request no. { $number } ({ $name }): { $days } of { $kind }, { $period }. For which reason do you refuse it? They will be told. Write "cancel" to leave it undecided for now.
leave-talk-again-decision = Request no. { $number } still waits for your decision. Do you confirm?
leave-talk-undecided = Nothing is decided. Request no. { $number } still waits for your decision.

leave-talk-withdraw = Your request no. { $number }: { $days } of { $kind }, { $period }. Do you want to withdraw it?
leave-talk-which-one = Which one do you want to withdraw?
leave-talk-one = No. { $number }: { $days } of { $kind }, { $period }
leave-talk-again-withdrawal = Shall I withdraw your request no. { $number }?
leave-talk-kept = Your request no. { $number } is kept. It still waits for a decision.
leave-talk-none-to-withdraw = I find no waiting request and no leave to come that you could cancel. Write "my requests" to see where they stand.

leave-holiday-new-year = New Year's Day
leave-holiday-good-friday = Good Friday
leave-holiday-easter-monday = Easter Monday
leave-holiday-labour = Labour Day
leave-holiday-victory = Victory Day 1945
leave-holiday-ascension = Ascension Day
leave-holiday-whit-monday = Whit Monday
leave-holiday-bastille = Bastille Day
leave-holiday-assumption = Assumption Day
leave-holiday-all-saints = All Saints' Day
leave-holiday-armistice = Armistice Day
leave-holiday-christmas = Christmas Day
leave-holiday-saint-stephen = Saint Stephen's Day
leave-holiday-abolition = Abolition of Slavery Day

leave-can-be-undone = You can undo this decision for { $minutes } minutes.
leave-choice-undo = Undo this decision
leave-told-may-change = Your supervisor can still take this decision back for { $minutes } minutes.
leave-undone = The decision on request no. { $number } ({ $name }) is undone: the request waits for your answer again. They are being told.
leave-told-undone = The decision on your request no. { $number } is undone: { $days } of { $kind }, { $period }. Your request waits for an answer again; this leave is not granted to you for now.
leave-no-undo = The decision on request no. { $number } can no longer be undone: only whoever made it can, for { $minutes } minutes.
leave-talk-none-to-undo = None of your decisions can still be undone.
leave-talk-which-decision = Which decision do you want to undo?

leave-counted = { $days }: { $scheduled } of work, less { $less }.
leave-less-day = { $date } ({ $why })
leave-less-part = { $date } ({ $why }: { $days })
leave-less-comma = { $before }, { $next }
leave-less-and = { $before } and { $last }

leave-why = { $kind } { $year }: why you have { $left } left.
leave-why-rule = { $days } given: { $weeks } times your { $weekly } of work a week ({ $source }).
leave-why-recorded = { $days } given, as recorded by human resources.
leave-why-validated = Less { $days }: request no. { $number }, { $period }, validated.
leave-why-submitted = Less { $days }: request no. { $number }, { $period }, waiting for a decision.
leave-why-left = Left: { $days }.
leave-why-split = { $taken } of leave outside 1 May to 31 October: { $days } of split leave, to be added to your { $year } entitlement.
leave-why-until = To be taken by { $until } at the latest; to carry any over needs an authorisation.

leave-told-unvalidated = Your request no. { $number } is not validated: { $days } of { $kind }, { $period }. The leave starts { $working ->
    [1] on the next working day
   *[other] in { $working } working days
} and it is not granted: { $supervisor } still has to validate it. Without that, your absence would not be authorised.
leave-choice-remind = Remind whoever decides
leave-told-lapsed = Your request no. { $number } was not decided before the leave was due to start: { $days } of { $kind }, { $period }. This leave is not granted. Talk to your supervisor or your HR officer.
leave-chased = Reminder: { $name } waits for your decision on request no. { $number }, { $days } of { $kind }, { $period }. Answer "validate { $number }", or "refuse { $number }" followed by the reason.
leave-reminded = A reminder is sent to { $supervisor } about your request no. { $number }. It is still not granted. The date of this reminder is kept: write "where is my request { $number }" to find it again.
leave-no-second-reminder = A reminder about request no. { $number } was sent today already. You can send another tomorrow.
leave-trace-warned = { $at }: you were told that this request was not validated.
leave-trace-reminded = { $at }: you had a reminder sent.

leave-told-delegated = { $name } hands you their decisions on leave, from { $first } to { $last }. Write "to validate" to see the requests that wait.
leave-told-in-place = Decided by { $by }, in place of { $supervisor }.
leave-escalated = Request no. { $number } of { $name } has waited several days for a decision by { $supervisor }: { $days } of { $kind }, { $period }. You can decide too. Answer "validate { $number }", or "refuse { $number }" followed by the reason.
leave-told-escalated = Your request no. { $number } has had no decision yet: { $days } of { $kind }, { $period }. It is not granted. { $above } can now decide too.
leave-trace-escalated = { $at }: the request was passed to the next level.
leave-delegation = { $delegate } decides with you from { $first } to { $last }.
leave-no-colleague = I cannot find a colleague with the username "{ $name }". Give that of somebody else, for instance first.last.
leave-no-closed-chain = { $name } has already handed you their own decisions on these dates. Choose somebody else or other dates.

leave-cancelled-days = the cancellation of { $days }
leave-period-instead = { $period }, instead of request no. { $number } ({ $old })
leave-period-of = { $period } (request no. { $number })
leave-old-stands = As long as this request is not validated, request no. { $number } stands as it is.
leave-list-replaced = No. { $number }: { $days } of { $kind }, { $period }. Replaced by another validated request.
leave-list-cancelled = No. { $number }: { $days } of { $kind }, { $period }. Cancelled in agreement with your supervisor.
leave-list-lapsed-cancel = No. { $number }: { $days } of { $kind }, { $period }. No answer before the leave began: the leave stands.
leave-told-validated-cancel = Your request no. { $number } is accepted: { $days } of { $kind }, { $period }. This leave is cancelled, and the days are back in your balance.
leave-told-refused-cancel = Your request no. { $number } is refused: { $days } of { $kind }, { $period }. Reason: { $reason }. You can talk about it with your supervisor or your HR officer.
leave-told-undone-cancel = The decision on your request no. { $number } is undone: { $days } of { $kind }, { $period }. Your request waits for an answer again; for now the leave stands.
leave-told-unvalidated-cancel = Your request no. { $number } has no answer yet: { $days } of { $kind }, { $period }. The leave starts { $working ->
    [1] on the next working day
   *[other] in { $working } working days
}. Without an answer before then it stands: { $supervisor } still has to decide.
leave-told-lapsed-cancel = Your request no. { $number } had no answer before the leave began: { $days } of { $kind }, { $period }. The leave is not cancelled. Talk to your supervisor or your HR officer.
leave-told-may-change-in-place = { $by } can still take this decision back for { $minutes } minutes.
leave-no-already-replaced = Request no. { $number } was replaced by another one, which is validated. Write "my requests" to see which.
leave-no-already-cancelled = Request no. { $number } is cancelled already. You can make a new request.
leave-no-begun = Leave no. { $number } began on { $from }, or begins today: it can no longer be changed or cancelled here. To come back early, talk to your supervisor; your HR officer can settle the days.
leave-no-linked = Request no. { $by }, which is about request no. { $number }, waits for a decision. It has to be decided first, or withdrawn by whoever made it ("cancel my request { $by }").
leave-no-change = These dates and this kind of leave are those of request no. { $number } already: there is nothing to change. Give me other dates, or write "cancel" to leave it there.
leave-no-spent = The decision on request no. { $number } can no longer be undone: the days that it freed have been used since.
leave-talk-new-dates = Your request no. { $number }: { $days } of { $kind }, { $period }. What are the new dates? For instance "from 16 to 18 March" or "until Thursday".
leave-talk-which-change = Which one do you want to change?
leave-talk-none-to-change = I find no leave to come that you could change. Write "my requests" to see where they stand.
leave-talk-cancel = Your leave no. { $number } is validated: { $days } of { $kind }, { $period }. Cancelling it takes the agreement of { $supervisor }. Do you want to ask for it? The leave stands until they answer.
leave-talk-again-cancel = Shall I ask for the cancellation of your leave no. { $number }?
leave-talk-still-granted = Your leave no. { $number } stands as it is validated.
leave-help-team = "who is away next week?": the absences in your team
leave-team = Absences in your team { $period }:
leave-team-none = Nobody in your team is away { $period }, going by the leave validated here.
leave-team-dates = { $name }, { $period }
leave-team-morning = { $name } (morning)
leave-team-afternoon = { $name } (afternoon)
leave-team-who = { $who }
leave-team-who-kind = { $who }: { $kind }
leave-team-who-waits = { $who }: { $kind }, not validated yet
leave-team-more = Further absences: { $more }. The page "My team" of your space shows them all.
leave-short = Beware: if this leave is granted, { $present } of { $members } in the team are left on { $day }; the minimum is { $minimum }.
