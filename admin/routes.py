"""The one table of routes: address, what it does, and what somebody needs to be allowed to."""

from admin import (
    badge_pages,
    claim_pages,
    entrance_pages,
    event_acts,
    event_pages,
    figures,
    grant_pages,
    live_pages,
    members,
    sign_in,
)
from admin.guard import INVITES, SIGN_IN, Route
from admin.permissions import Act, Anyone

EVENT = r"/staff/events/{event:\d{1,9}}"
VISITOR = r"{visitor:[A-Za-z0-9_-]{22}}"
INVITE = INVITES + r"{token:[A-Za-z0-9_-]{1,64}}"
CLAIM = r"/staff/claims/{claim:\d{1,9}}"
MEMBER = r"/staff/members/{staff:\d{1,9}}"

ROUTES = (
    Route("GET", SIGN_IN, sign_in.show_sign_in, Anyone.WORLD),
    Route("POST", SIGN_IN, sign_in.do_sign_in, Anyone.WORLD),
    Route("POST", "/staff/language", sign_in.do_choose_language, Anyone.WORLD),
    Route("GET", INVITE, sign_in.show_invite, Anyone.WORLD),
    Route("POST", INVITE, sign_in.do_accept, Anyone.WORLD),
    Route("GET", "/staff", sign_in.home, Anyone.STAFF),
    Route("POST", "/staff/sign-out", sign_in.do_sign_out, Anyone.STAFF),
    Route("GET", "/staff/password", sign_in.show_password, Anyone.STAFF),
    Route("POST", "/staff/password", sign_in.do_change_password, Anyone.STAFF),
    Route("GET", "/staff/events", event_pages.show_events, Act.SEE_EVENTS),
    Route("GET", "/staff/events/new", event_pages.show_new, Act.PLAN_EVENTS),
    Route("POST", "/staff/events/new", event_pages.do_create, Act.PLAN_EVENTS),
    Route("GET", EVENT, event_pages.show_event, Act.SEE_EVENTS),
    Route("GET", f"{EVENT}/code.svg", event_pages.show_code, Act.SEE_EVENTS),
    Route("GET", f"{EVENT}/edit", event_pages.show_edit, Act.PLAN_EVENTS),
    Route("POST", f"{EVENT}/edit", event_pages.do_edit, Act.PLAN_EVENTS),
    Route("POST", f"{EVENT}/publish", event_acts.do_publish, Act.RUN_EVENTS),
    Route("POST", f"{EVENT}/open", event_acts.do_open, Act.RUN_EVENTS),
    Route("GET", f"{EVENT}/end", event_acts.show_end, Act.RUN_EVENTS),
    Route("POST", f"{EVENT}/end", event_acts.do_end, Act.RUN_EVENTS),
    Route("GET", f"{EVENT}/cancel", event_acts.show_cancel, Act.RUN_EVENTS),
    Route("POST", f"{EVENT}/cancel", event_acts.do_cancel, Act.RUN_EVENTS),
    Route("GET", f"{EVENT}/live", live_pages.show_live, Act.WATCH),
    Route("GET", f"{EVENT}/present", live_pages.show_present, Act.WATCH),
    Route("POST", f"{EVENT}/announce", live_pages.do_announce, Act.ANNOUNCE),
    Route("GET", f"{EVENT}/remove/{VISITOR}", live_pages.show_remove, Act.REMOVE),
    Route("POST", f"{EVENT}/remove/{VISITOR}", live_pages.do_remove, Act.REMOVE),
    Route("POST", f"{EVENT}/let-in", entrance_pages.do_let_in, Act.LET_IN),
    Route("POST", f"{EVENT}/enter/guide", entrance_pages.do_enter_as_guide, Act.GUIDE),
    Route("POST", f"{EVENT}/enter/staff", entrance_pages.do_enter_as_staff, Act.HELP),
    Route("GET", f"{EVENT}/claims", claim_pages.show_event_claims, Act.OPEN_CLAIMS),
    Route(
        "POST",
        EVENT + "/claims/{channel:one-time|rotating|word}",
        claim_pages.do_open_for_event,
        Act.OPEN_CLAIMS,
    ),
    Route("GET", claim_pages.COUNTERS, claim_pages.show_counters, Act.OPEN_CLAIMS),
    Route(
        "POST",
        claim_pages.COUNTERS + "/{channel:one-time|rotating}",
        claim_pages.do_open_for_counter,
        Act.OPEN_CLAIMS,
    ),
    Route("POST", f"{CLAIM}/screen", claim_pages.do_show_screen, Act.OPEN_CLAIMS),
    Route("POST", f"{CLAIM}/withdraw", claim_pages.do_withdraw, Act.OPEN_CLAIMS),
    Route("GET", f"{EVENT}/attendance", live_pages.show_attendance, Act.SEE_ATTENDANCE),
    Route("GET", f"{EVENT}/grant/{VISITOR}", grant_pages.show_grant, Act.GRANT_BADGES),
    Route("POST", f"{EVENT}/grant/{VISITOR}", grant_pages.do_grant, Act.GRANT_BADGES),
    Route("GET", "/staff/figures", figures.show_figures, Act.READ_FIGURES),
    Route("GET", "/staff/figures/weeks.csv", figures.send_weeks, Act.READ_FIGURES),
    Route("GET", "/staff/figures/events.csv", figures.send_events, Act.READ_FIGURES),
    Route("GET", "/staff/badges", badge_pages.show_badges, Act.SEE_BADGES),
    Route("POST", "/staff/badges/again", badge_pages.do_try_again, Act.MEND_BADGES),
    Route(
        "POST",
        r"/staff/badges/{award:\d{1,18}}/again",
        badge_pages.do_try_one_again,
        Act.MEND_BADGES,
    ),
    Route("GET", "/staff/members", members.show_members, Act.MANAGE_STAFF),
    Route("POST", "/staff/members/invite", members.do_invite, Act.MANAGE_STAFF),
    Route("GET", f"{MEMBER}/disable", members.show_disable, Act.MANAGE_STAFF),
    Route("POST", f"{MEMBER}/disable", members.do_disable, Act.MANAGE_STAFF),
    Route(
        "POST",
        r"/staff/invites/{invite:\d{1,9}}/withdraw",
        members.do_withdraw,
        Act.MANAGE_STAFF,
    ),
    Route("GET", "/staff/audit", members.show_audit, Act.READ_AUDIT),
)
