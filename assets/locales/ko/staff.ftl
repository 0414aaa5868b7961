## 직원 화면의 말. 일본어를 먼저 쓰고 같은 순서로 따른다.

staff-title = 버추얼 가시마 직원 화면
staff-brand = 버추얼 가시마
staff-brand-staff = 직원 화면
staff-skip = 본문으로
staff-nav = 주요 화면
staff-nav-events = 이벤트
staff-nav-counters = 창구 코드
staff-nav-figures = 재방문 수치
staff-nav-badges = 배지
staff-nav-members = 직원
staff-nav-audit = 작업 기록
staff-account = 로그인한 사람
staff-languages = 표시 언어
staff-sign-out = 로그아웃

staff-minutes = { $minutes }분
staff-people = { $count }명
staff-jst = 시각은 모두 일본 시간입니다.

staff-role =
    { $role ->
        [owner] 관리자
        [host] 진행자
        [moderator] 도우미
       *[analyst] 분석 담당
    }
staff-role-about =
    { $role ->
        [owner] 모든 작업을 할 수 있고 다른 직원을 초대할 수 있습니다.
        [host] 이벤트를 만들고, 열고, 마칩니다. 출석과 수치를 볼 수 있습니다.
        [moderator] 행사장을 지켜보고, 공지를 내고, 퇴장을 요청할 수 있습니다.
       *[analyst] 수치만 봅니다. 개인의 닉네임은 보이지 않습니다.
    }

## 로그인

staff-sign-in-title = 로그인
staff-sign-in-lead = 이벤트를 준비하고 진행하며 재방문 수치를 보는 곳입니다.
staff-login = 로그인 이름
staff-password = 비밀번호
staff-sign-in = 로그인
staff-sign-in-wrong = 로그인 이름 또는 비밀번호가 다릅니다.
staff-sign-in-help = 계정이 없거나 비밀번호를 잊었다면 관리자에게 새 등록 링크를 요청해 주세요.
staff-signed-out = 로그아웃했습니다.
staff-form-stale = 페이지를 연 지 오래되어 보내지 못했습니다. 한 번 더 부탁드립니다.

## 등록 링크

staff-invite-title = 직원 등록
staff-invite-lead = "{ $role }"(으)로 등록합니다. 이 링크는 한 번만 쓸 수 있습니다.
staff-invite-login-help = 영문 소문자, 숫자, ".", "_", "-"로 3자에서 40자. 나중에 바꿀 수 없습니다.
staff-name = 표시할 이름
staff-invite-name-help = 다른 직원에게 보이는 이름입니다. 공지를 내면 방문자에게도 보입니다.
staff-password-help = { $shortest }자 이상. 낱말 네 개쯤을 이어 쓰면 외우기 쉽고 알아내기 어렵습니다.
staff-password-again = 비밀번호(확인을 위해 한 번 더)
staff-register = 등록하고 시작
staff-welcome = { $name } 님, 환영합니다. 등록되었습니다.

staff-password-title = 비밀번호 변경
staff-password-current = 현재 비밀번호
staff-password-new = 새 비밀번호
staff-password-lead = 바꾸면 다른 기기의 로그인은 모두 끊깁니다.
staff-password-change = 비밀번호 변경
staff-password-changed = 비밀번호를 바꿨습니다.

staff-fault-summary = 다음 내용을 고쳐 주세요. 입력한 내용은 남아 있습니다.
staff-fault-login-characters = 영문 소문자, 숫자, ".", "_", "-"로 3자에서 40자까지 써 주세요.
staff-fault-login-taken = 이미 쓰이는 로그인 이름입니다. 다른 이름을 써 주세요.
staff-fault-name-empty = 이름을 입력해 주세요.
staff-fault-name-long = 이름은 40자까지입니다.
staff-fault-name-characters = 이름에 쓸 수 없는 문자가 있습니다.
staff-fault-password-short = { $shortest }자 이상으로 해 주세요.
staff-fault-password-long = { $longest }자 이하로 해 주세요.
staff-fault-password-obvious = 쉽게 알아낼 수 있는 비밀번호입니다. 흔한 낱말이나 이름, 나란한 문자에만 기대지 마세요.
staff-fault-again = 두 비밀번호가 서로 다릅니다.
staff-fault-current = 현재 비밀번호가 다릅니다.

## 거절

staff-refused-title = 이 작업을 할 수 없었습니다
staff-refused-not-found = 찾으시는 페이지가 없습니다. 링크가 오래되었거나 더는 쓸 수 없을지 모릅니다.
staff-refused-large = 보낸 내용이 너무 큽니다.
staff-refused-malformed = 보낸 내용을 읽을 수 없었습니다.
staff-refused-surprise = 저희 쪽 문제로 처리하지 못했습니다. 잠시 뒤 다시 시도해 주세요.
staff-refused-home = 첫 화면으로

staff-again-title = 한 번 더 보내 주세요
staff-again-stale = 페이지를 연 지 오래되었거나 다시 로그인하여 아직 보내지지 않았습니다. 내용은 그대로 남아 있습니다.
staff-again-signed-out = 로그인이 만료되어 아직 보내지지 않았습니다. 다른 탭에서 로그인한 뒤 아래 버튼을 눌러 주세요. 내용은 그대로 남아 있습니다.
staff-again-sign-in = 로그인 화면을 다른 탭에서 열기
staff-again-send = 이 내용을 한 번 더 보내기
staff-again-typed = 보낼 내용

## 이벤트

staff-events-title = 이벤트
staff-events-new = 새 이벤트 만들기
staff-events-none = 아직 이벤트가 없습니다. 첫 이벤트를 만들어 보세요.
staff-events-section =
    { $section ->
        [now] 진행 중
        [soon] 예정
        [drafts] 초안
       *[past] 지난 이벤트
    }
staff-state =
    { $state ->
        [draft] 초안
        [published] 공개 중(입장 전)
        [open] 입장 중
        [ended] 종료
       *[cancelled] 취소
    }
staff-events-present = 지금 행사장에 { $count }명

staff-event-when = 일시
staff-event-place = 장소
staff-event-capacity = 정원
staff-event-languages = 언어
staff-event-badge = 배지 조건
staff-event-badge-share = 시간의 { $percent }% 이상 참가
staff-event-badge-minutes = { $minutes }분 이상 참가
staff-event-badge-needed = ({ $minutes }분)
staff-event-link = 참가 링크
staff-event-link-help = 이 링크나 QR 코드를 안내해 주세요. 입장 중일 때만 들어올 수 있습니다.
staff-event-link-draft = 공개하면 여기에 참가 링크와 QR 코드가 나타납니다.
staff-copy = 링크 복사
staff-copied = 복사했습니다.
staff-code = 참가 링크의 QR 코드
staff-code-save = QR 코드 저장(SVG)
staff-event-next = 다음에 할 일
staff-event-next-draft = 내용을 확인하고 공개합니다. 공개하면 마을의 이벤트 목록에 나오며, 그 뒤에는 내용을 바꿀 수 없습니다.
staff-event-next-published = 시간이 되면 입장을 시작합니다. 그러면 방문자가 들어올 수 있습니다.
staff-event-next-open = 입장 중입니다. 행사장을 살피며 진행해 주세요.
staff-event-next-ended = 종료했습니다. 출석과 배지 상태를 확인할 수 있습니다.
staff-event-next-cancelled = 이 이벤트는 취소되었습니다.
staff-event-edit = 내용 수정
staff-event-publish = 공개하기
staff-event-open = 입장 시작
staff-event-live = 진행 화면으로
staff-event-end = 종료하기
staff-event-cancel = 취소하기
staff-event-attendance = 출석과 배지
staff-event-created = "{ $title }"을(를) 초안으로 만들었습니다.
staff-event-saved = 내용을 수정했습니다.
staff-event-too-early = 입장은 시작 { $hours }시간 전부터 열 수 있습니다.
staff-event-now-published = 공개했습니다. 마을의 이벤트 목록에 나와 있습니다.
staff-event-now-open = 입장을 시작했습니다. 방문자가 들어올 수 있습니다.
staff-event-now-ended = 종료했습니다. 조건을 채운 분께 배지를 드립니다.
staff-event-now-cancelled = 취소했습니다.
staff-done-untold = 저장했습니다. 마을에 알리는 일이 늦어지고 있습니다. 몇 분이 지나도 바뀌지 않으면 운영 담당자에게 알려 주세요.

staff-form-new = 새 이벤트
staff-form-edit = 이벤트 내용 수정
staff-form-what = 무엇을
staff-form-title = 제목
staff-form-title-help = 방문자에게 보이는 이름입니다. 80자까지.
staff-form-place = 장소
staff-form-place-choose = 골라 주세요
staff-form-place-help = 방문자가 처음 서는 곳입니다.
staff-form-when = 언제
staff-form-starts = 시작(일본 시간)
staff-form-ends = 끝(일본 시간)
staff-form-who = 누구에게
staff-form-capacity = 정원
staff-form-capacity-help = 1명부터 { $most }명까지.
staff-form-languages = 안내하는 언어
staff-form-languages-help = 진행자가 말할 수 있는 언어를 고릅니다. 화면의 글은 다섯 언어로 모두 나옵니다.
staff-form-rule = 배지 조건
staff-form-rule-help = 서버가 잰 참가 시간으로 정해집니다. 자리를 비운 시간은 세지 않습니다.
staff-form-rule-share = 시간 비율(%)
staff-form-rule-minutes = 분
staff-form-rule-value = 비율(%) 또는 분
staff-form-save = 초안으로 저장
staff-form-keep = 저장
staff-form-stop = 그만두기

staff-fault-title = 제목을 1자에서 80자로 입력해 주세요.
staff-fault-place = 장소를 골라 주세요.
staff-fault-date = 날짜와 시각을 입력해 주세요.
staff-fault-ends-before = 끝은 시작보다 뒤여야 합니다.
staff-fault-ends-at = 이벤트 길이는 12시간까지입니다.
staff-fault-ends-past = 끝나는 시각이 이미 지났습니다.
staff-fault-number = 숫자로 입력해 주세요.
staff-fault-capacity = 정원은 1명부터 { $most }명까지입니다.
staff-fault-languages = 언어를 하나 이상 골라 주세요.
staff-fault-rule-share = 비율은 1부터 100까지입니다.
staff-fault-rule-minutes = 분은 1부터 이벤트 길이까지입니다.

## 진행

staff-live-title = 진행
staff-live-closed = 이 이벤트는 지금 입장 중이 아닙니다.
staff-live-present = 행사장에 있는 사람
staff-live-as-of = { $time } 현재
staff-live-none = 지금 행사장에 아무도 없습니다.
staff-live-nickname = 닉네임
staff-live-place = 있는 곳
staff-live-minutes = 참가 시간
staff-live-on-the-way = 길 위
staff-live-act = 작업
staff-live-remove-short = 퇴장
staff-live-remove-who = { $nickname } 님에게 퇴장 요청
staff-live-overdue = 끝나는 시각이 지났습니다. 종료하면 조건을 채운 분께 배지를 드립니다.
staff-live-refresh = 새로 고침
staff-live-lost = 최신 상황을 읽지 못했습니다. 통신을 확인하고 있습니다.
staff-live-ended = 이 이벤트는 끝났습니다. 페이지를 다시 읽어 주세요.
staff-announce-title = 행사장 전체 공지
staff-announce-label = 공지 내용
staff-announce-help = 행사장의 모두에게 바로 나옵니다. { $most }자까지.
staff-announce = 공지하기
staff-announced = 공지했습니다.
staff-announced-title = 지난 공지
staff-fault-text = 공지를 1자에서 { $most }자로 입력해 주세요.

staff-remove-title = 퇴장 요청
staff-remove-lead = { $nickname } 님은 행사장에서 나가게 되며 이 이벤트에는 다시 들어올 수 없습니다. 마을의 다른 곳은 걸을 수 있습니다.
staff-remove-reason = 이유
staff-remove-reason-help = 본인에게 표시되고 작업 기록에 남습니다. { $most }자까지.
staff-remove = 퇴장 요청
staff-removed = 퇴장을 요청했습니다.
staff-fault-reason = 이유를 1자에서 { $most }자로 입력해 주세요.

staff-line-title = 만석일 때
staff-live-nth = 제{ $number }회장 · { $place }
staff-live-waiting =
    { $count ->
        [0] 줄에서 기다리는 사람이 없습니다.
       *[other] 줄에서 { $count }명이 기다리고 있습니다.
    }
staff-let-in-count = 인원
staff-let-in-help = 줄의 앞사람부터 정원을 넘어 들어옵니다. 한 번에 { $most }명까지.
staff-let-in = 앞사람부터 들이기
staff-let-in-done = { $count }명의 자리를 마련했습니다. 몇 초 안에 저절로 들어옵니다.
staff-let-in-none = 자리를 마련한 사람이 없습니다. 줄이 비었거나 회장에 더 이상 여유가 없습니다.

staff-enter-title = 직접 회장에 들어가기
staff-enter-about = 정원과 관계없이 들어갈 수 있습니다. 다른 사람에게는 이름에 표시가 붙어 보입니다.
staff-enter-guide = 안내인으로 들어가기
staff-enter-staff = 직원으로 들어가기
staff-entrance-title = 회장 입구
staff-entrance-lead =
    { $role ->
        [guide] “{ $title }”에 안내인으로 들어가는 입구입니다.
       *[staff] “{ $title }”에 직원으로 들어가는 입구입니다.
    }
staff-entrance-hours = { $hours }시간 동안 쓸 수 있습니다. 문이 열려 있는 동안만 들어갈 수 있습니다.
staff-entrance-one = 처음 들어간 사람만의 것이 됩니다. 방문자에게 건네지 말고, 직원마다 자기 입구를 만들어 주세요.
staff-entrance-name = 회장에서의 이름은 마을에서 쓰는 닉네임 그대로입니다.
staff-entrance-open = 마을 열기
staff-entrance-back = 이전 화면으로

staff-end-title = 이벤트를 종료할까요?
staff-end-1 = 행사장이 닫히고 안에 있는 분은 마을로 돌아갑니다.
staff-end-2 = 참가 시간이 조건을 채운 분께 배지를 드립니다.
staff-end-3 = 종료한 뒤에는 다시 열 수 없습니다.
staff-cancel-title = 이벤트를 취소할까요?
staff-cancel-1 = 행사장은 열리지 않습니다. 열려 있으면 닫히고 안에 있는 분은 마을로 돌아갑니다.
staff-cancel-2 = 아직 배지를 받지 않은 분께는 드리지 않습니다. 이미 조건을 채운 분의 배지는 남습니다.
staff-cancel-3 = 취소한 뒤에는 되돌릴 수 없습니다.
staff-confirm-end = 종료하기
staff-confirm-cancel = 취소하기
staff-confirm-stop = 그만두기

staff-attendance-title = 출석과 배지
staff-attendance-lead = 참가 시간은 서버가 잰 것입니다. 배지에는 { $minutes }분 이상의 참가가 필요합니다.
staff-attendance-none = 참가한 사람이 없었습니다.
staff-attendance-count = 참가 { $count }명, 그중 배지 { $badges }명
staff-attendance-first = 처음 온 시각
staff-attendance-badge = 배지
staff-attendance-erased = (삭제됨)
staff-award =
    { $state ->
        [none] 조건에 미치지 못함
        [queued] 발행 준비 중
        [batched] 발행 준비 중
        [mined] 발행됨
        [final] 확정
        [revoked] 취소됨
        [erased] 드림(삭제됨)
       *[parked] 확인 필요
    }
staff-attendance-open = 진행 중이므로 더 늘어납니다.

staff-attendance-host = 안내자: { $state }
staff-grant-title = 직접 배지 주기
staff-grant-lead = { $nickname }님께 이유를 적어 배지를 드립니다. 사정이 있어 시간이 모자랐던 분이나 도와주신 분을 위한 것입니다. 드린 배지는 되돌릴 수 없습니다.
staff-grant-which = 드릴 배지
staff-grant-kind =
    { $kind ->
        [host] 안내자 배지
       *[event] 방문 배지
    }
staff-grant-about =
    { $kind ->
        [host] 이벤트를 안내하거나 도운 분을 위한 표시입니다.
       *[event] 이벤트에 참가한 날의 표시이며, 방문일로 셉니다.
    }
staff-grant-held = 이미 가지고 있습니다.
staff-grant-reason = 이유
staff-grant-reason-help = 작업 기록에 남습니다. 본인에게는 시 담당자가 드렸다고만 알립니다. { $most }자까지.
staff-grant = 배지 주기
staff-grant-link = 주기
staff-grant-column = 직접 주기
staff-grant-who = { $nickname }님께 배지 주기
staff-granted = { $nickname }님께 배지를 드렸습니다.
staff-granted-before = { $nickname }님은 이 배지를 이미 가지고 있습니다. 바뀐 것은 없습니다.

## 재방문 수치

staff-figures-title = 재방문 수치
staff-figures-lead = 몇 번 왔는지가 아니라 몇 명이 다시 왔는지를 봅니다.
staff-figures-as-of = { $when } 현재
staff-figures-totals = 지금까지의 합계
staff-figures-visitors = 방문자
staff-figures-visitors-about = 방문일이 하루 이상인 사람의 수.
staff-figures-returners = 재방문자
staff-figures-returners-about = 방문일이 이틀 이상인 사람의 수. 기억해 두는 데 동의한 사람만 셉니다.
staff-figures-days = 방문일
staff-figures-days-about = 방문자마다 하루 활동 시간이 합쳐 { $seconds }초 이상인 날(일본 시간)을 하루로 센 합계.
staff-figures-weeks = 주별 방문자와 재방문자
staff-figures-weeks-about = 한 주는 월요일부터 일요일까지(일본 시간). "재방문"은 그 주의 방문일이 그 사람의 둘째 날 이후인 사람의 수, "처음"은 그 밖의 방문자입니다. 기억하지 않기를 고른 사람은 날마다 "처음"에 들어갑니다.
staff-figures-chart = 최근 { $weeks }주의 방문자. 짙은 부분이 재방문.
staff-figures-chart-text = 수는 아래 표와 같습니다. 빗금은 인원이 적어 숨긴 수입니다.
staff-figures-week = 주
staff-figures-week-of = { $day } 주
staff-figures-first = 처음
staff-figures-again = 재방문
staff-figures-events = 이벤트 뒤에 다시 온 사람
staff-figures-events-about = "참가"는 이벤트에서 { $seconds }초 이상 활동한 사람의 수, "이어 볼 수 있는 사람"은 그중 기억해 두는 데 동의한 사람, "다시 온 사람"은 그중 참가한 날 뒤 { $days }일 안에 다른 방문일이 있는 사람입니다.
staff-figures-event = 이벤트
staff-figures-day = 날짜
staff-figures-attended = 참가
staff-figures-followed = 이어 볼 수 있는 사람
staff-figures-returned = 다시 온 사람
staff-figures-share = 비율
staff-figures-unsettled = 아직 { $days }일이 지나지 않음
staff-figures-settled = 확정
staff-figures-state = 기간
staff-figures-none = 아직 수치가 없습니다. 방문이 있으면 여기에 나옵니다.
staff-figures-no-events = 종료한 이벤트가 아직 없습니다.
staff-figures-hidden = 적은 인원 보호: { $small }명보다 적은 사람에 대한 수는 "<{ $small }"로 표시하고, 빼기로 알 수 있는 수는 "＊"로 숨깁니다. 합계에는 숨긴 수도 들어 있습니다. 지금 숨긴 수는 { $count }개입니다.
staff-figures-shown = 적은 인원 보호가 꺼져 있습니다. 공개 자료에는 쓰지 마세요.
staff-figures-erased = 기록 삭제를 원한 사람의 방문은 인원에도 방문일에도 넣지 않습니다({ $count }건).
staff-figures-csv = 표를 CSV로 저장(Excel용)
staff-figures-chain = 체인에서 본 수
staff-figures-chain-about = 블록체인에 확정된 배지만 센 것입니다. 누구나 다시 셀 수 있는 공개 기록이라 인원이 적어도 숨기지 않습니다.
staff-figures-holders = 배지를 가진 주소
staff-figures-repeat = 이틀 이상에 걸친 주소
staff-figures-badges = 확정된 배지
staff-figures-waiting = 발행 중
staff-figures-recount = 다시 세려면 명령 { $command }을(를) 쓰거나 증명 페이지를 보세요.
staff-figures-proof = 증명 페이지
staff-csv-week = 주
staff-csv-monday = 월요일
staff-csv-visitors = 방문자
staff-csv-first = 처음
staff-csv-again = 재방문
staff-csv-days = 방문일
staff-csv-event = 이벤트
staff-csv-day = 날짜
staff-csv-attended = 참가
staff-csv-followed = 이어 볼 수 있는 사람
staff-csv-returned = 다시 온 사람
staff-csv-share = 비율
staff-csv-settled = 기간이 지남
staff-csv-as-of = 기준 시각(일본 시간)
staff-csv-yes = 예
staff-csv-no = 아니요

## 직원

staff-members-title = 직원
staff-members-name = 이름
staff-members-role = 역할
staff-members-since = 등록일
staff-members-state = 상태
staff-members-active = 사용 중
staff-members-disabled = 정지({ $day })
staff-members-disable = 정지
staff-members-disable-who = { $name } 님 정지
staff-members-you = (나)
staff-invites-title = 직원 초대
staff-invites-lead = 등록 링크를 만들어 본인에게만 건네주세요. 링크는 한 번만, { $hours }시간 동안 쓸 수 있습니다.
staff-invites-role = 역할
staff-invites-make = 등록 링크 만들기
staff-invites-made = "{ $role }" 등록 링크를 만들었습니다. 이 화면을 떠나면 다시 볼 수 없습니다.
staff-invites-link = 등록 링크
staff-invites-open = 아직 쓰이지 않은 링크
staff-invites-until = { $when }까지
staff-invites-withdraw = 취소
staff-invites-withdraw-which = { $role } 등록 링크({ $when }까지) 취소
staff-invite-withdrawn = 등록 링크를 취소했습니다.
staff-disable-title = { $name } 님을 정지할까요?
staff-disable-1 = 바로 로그아웃되고 더는 로그인할 수 없습니다.
staff-disable-2 = 지금까지의 작업 기록은 남습니다.
staff-disable-3 = 되돌리려면 새 등록 링크로 다시 등록합니다.
staff-disable-self = 자기 자신을 정지하려고 합니다.
staff-disabled = { $name } 님을 정지했습니다.

## 작업 기록

staff-audit-title = 작업 기록
staff-audit-lead = 누가, 언제, 무엇을 했는지 새것부터 보여 줍니다.
staff-audit-at = 일시
staff-audit-who = 직원
staff-audit-act = 작업
staff-audit-subject = 대상
staff-audit-detail = 내용
staff-audit-none = 아직 기록이 없습니다.
staff-audit-older = 이전 기록
staff-audit-system = 시스템
staff-act =
    { $act ->
        [claim-open] 코드·암호말 작성
        [claim-screen] 행사장 화면 링크 작성
        [claim-withdraw] 코드·암호말 사용 중지
        [join] 등록
        [sign-in] 로그인
        [change-password] 비밀번호 변경
        [invite] 등록 링크 만들기
        [withdraw] 등록 링크 취소
        [disable] 직원 정지
        [event-create] 이벤트 만들기
        [event-edit] 이벤트 수정
        [recording-on] 안내 기록 시작
        [recording-off] 안내 기록 중단
        [recording-publish] 안내 기록 공개
        [recording-discard] 안내 기록 삭제
        [event-published] 이벤트 공개
        [event-open] 입장 시작
        [event-ended] 이벤트 종료
        [event-cancelled] 이벤트 취소
        [announce] 공지
        [remove] 퇴장 요청
        [grant-event] 방문 배지를 줌
        [grant-host] 안내자 배지를 줌
        [export] CSV 저장
        [let-in] 줄에서 입장
        [enter-guide] 안내인 입구 만들기
        [enter-staff] 직원 입구 만들기
        [reissue] 배지를 다른 체인에 다시 발행
        [badges-again] 멈춰 둔 배지를 다시 시도
       *[other] { $act }
    }

## 배지 발행

staff-badges-title = 배지 발행
staff-badges-lead = 약속한 배지가 지금 어디까지 왔는지 보여 줍니다. 무슨 일이 있어도 약속한 배지는 사라지지 않으며, 바로잡히면 여기서 이어집니다.
staff-badges-now = 지금 상황
staff-badges-oldest = 가장 오래 기다린 배지
staff-badges-since = { $when }부터
staff-badges-none-waiting = 기다리는 배지가 없습니다
staff-badges-block = 최신 블록
staff-badges-balance = 수수료 잔액
staff-badges-seen-at = 확인한 시각
staff-badges-look-again = 다시 보기
staff-badges-proof = 공개 증명 페이지 열기
staff-badges-for-operator = 서버 담당자에게 알릴 내용
staff-badges-counts = 단계별 개수
staff-badges-count = { $count }개
staff-badges-state =
    { $state ->
        [queued] 차례를 기다림(발행 준비 중)
        [batched] 체인으로 보냄(발행 준비 중)
        [mined] 발행됨
        [final] 확정
        [revoked] 취소됨
       *[parked] 멈춰 둠
    }
staff-badges-lines = 기다리는 배지
staff-badges-badge = 배지
staff-badges-number = 개수
staff-badges-waits-since = 언제부터
staff-badges-opens = { $when }부터 발행할 수 있습니다
staff-badges-moves = 지갑으로 옮기기
staff-badges-move =
    { $state ->
        [queued] 차례를 기다림 { $count }건
        [batched] 체인으로 보냄 { $count }건
       *[refused] 거절됨 { $count }건. 본인이 지갑을 다시 연결하면 됩니다.
    }
staff-badges-why =
    { $why ->
        [nothing] 순조롭습니다. 배지를 차례로 발행하고 있습니다.
        [standby] 이 발행 프로그램은 대기 중이고, 다른 쪽이 일하고 있습니다.
        [unconfirmed] 보낸 것이 블록에 들어가기를 기다리고 있습니다.
        [signer-missing] 배지에 서명할 열쇠가 없습니다.
        [signer-unusable] 배지에 서명할 열쇠를 쓸 수 없습니다.
        [signer-changed] 서명 열쇠가 이전 것과 다릅니다.
        [registrar-unusable] 지갑으로 옮기는 열쇠를 쓸 수 없습니다.
        [chain-away] 블록체인에 연결되지 않습니다.
        [wrong-chain] 연결된 곳이 지금까지 배지를 기록한 체인이 아닙니다.
        [chain-disagrees] 체인의 기록이 마을의 사본과 다릅니다.
        [nodes-disagree] 두 접속처의 답이 서로 다릅니다.
        [no-contract] 이 체인에는 아직 배지 컨트랙트가 없습니다.
        [not-issuer] 발행 권한이 없어졌습니다.
        [not-registrar] 지갑으로 옮기는 권한이 없어졌습니다.
        [needs-admin] 일부 배지가 컨트랙트 관리자의 조작을 기다리고 있습니다.
        [defined-otherwise] 컨트랙트에 등록된 배지의 날짜나 종류가 마을의 기록과 다릅니다.
        [paused] 컨트랙트 관리자가 발행을 잠시 멈췄습니다.
        [daily-cap] 오늘 발행할 수 있는 한도에 이르렀습니다.
        [out-of-funds] 수수료 잔액이 모자랍니다.
        [refused] 접속처 서비스가 보낸 것을 받지 않습니다.
        [keeps-reverting] 보낸 것이 잇따라 취소되었습니다.
        [database-away] 발행 프로그램이 데이터베이스에 연결되지 않습니다.
        [silent] 발행 프로그램이 돌고 있지 않습니다.
       *[unheard] 발행 프로그램은 돌고 있지만 상태를 물을 수 없습니다.
    }
staff-badges-todo =
    { $why ->
        [nothing] 할 일이 없습니다.
        [standby] 할 일이 없습니다.
        [unconfirmed] 할 일이 없습니다. 붐빌 때는 수수료를 올려 자동으로 다시 보냅니다.
        [signer-missing] 서버 담당자에게 발행 열쇠(KASHIMA_ISSUER_KEY)를 두도록 부탁해 주세요.
        [signer-unusable] 서버 담당자에게 발행 열쇠를 확인하도록 부탁해 주세요.
        [signer-changed] 서버 담당자에게 이전 열쇠로 되돌리도록 부탁해 주세요.
        [registrar-unusable] 서버 담당자에게 KASHIMA_REGISTRAR_KEY를 확인하도록 부탁해 주세요.
        [chain-away] 자동으로 다시 연결하고 있습니다. 30분 넘게 이어지면 서버 담당자에게 알려 주세요.
        [wrong-chain] 아무것도 보내지 않았습니다. 서버 담당자에게 접속처를 확인하도록 부탁해 주세요. 시험망이 끝났다면 kashima reissue로 새 망으로 옮길 수 있습니다.
        [chain-disagrees] 발행을 멈췄습니다. 서버 담당자에게 알려 주세요.
        [nodes-disagree] 발행을 멈췄습니다. 서버 담당자에게 어느 쪽이 맞는지 확인하도록 부탁해 주세요.
        [no-contract] 서버 담당자에게 컨트랙트를 둘지(KASHIMA_ALLOW_DEPLOY) 정하도록 부탁해 주세요.
        [not-issuer] 컨트랙트 관리자에게 권한을 되돌려 달라고 부탁해 주세요.
        [not-registrar] 컨트랙트 관리자에게 권한을 되돌려 달라고 부탁해 주세요.
        [needs-admin] 서버 담당자에게 kashima contract --pending을 실행해 표시된 내용을 컨트랙트 관리자에게 전하도록 부탁해 주세요.
        [defined-otherwise] 다른 배지 발행은 계속됩니다. 발행 열쇠가 유출되었을 수 있으니 서버 담당자에게 알려 주세요.
        [paused] 컨트랙트 관리자에게 언제 다시 시작하는지 확인해 주세요.
        [daily-cap] 내일 자동으로 이어서 발행합니다.
        [out-of-funds] 서버 담당자에게 발행 계정에 입금하도록 부탁해 주세요. 입금되면 자동으로 이어집니다.
        [refused] 서버 담당자에게 접속처 서비스의 요금제와 제한을 확인하도록 부탁해 주세요.
        [keeps-reverting] 발행을 멈췄습니다. 서버 담당자에게 알려 주세요.
        [database-away] 자동으로 다시 연결하고 있습니다. 이어지면 서버 담당자에게 알려 주세요.
        [silent] 서버 담당자에게 발행 프로그램(kashima minter)을 켜도록 부탁해 주세요. 켜지면 자동으로 이어집니다.
       *[unheard] 발행은 이어지고 있습니다. 자세히 보려면 서버 담당자에게 KASHIMA_MINTER_URL을 확인하도록 부탁해 주세요.
    }
staff-badges-parked = 사람이 확인할 때까지 멈춰 둔 배지
staff-badges-parked-none = 멈춰 둔 배지가 없습니다.
staff-badges-words = 컨트랙트나 발행 담당 프로그램의 답:
staff-badges-again = { $count }개 다시 시도
staff-badges-again-short = 다시 시도
staff-badges-again-one = 다시 시도: ‘{ $title }’(보유 주소 { $holder })
staff-badges-which = 어떤 배지인지 보기
staff-badges-parked-at = { $when }에 멈춤
staff-badges-again-done = { $count }개를 다시 발행 대기열에 넣었습니다.
staff-badges-again-nothing = 멈춰 둔 것이 더는 없었습니다.
staff-badges-parked-why =
    { $reason ->
        [no-address] 받는 주소가 올바르지 않습니다
        [not-shown] 체인으로 보냈는데 기록되지 않았습니다
        [closed] 발행할 수 있는 기간이 끝났습니다
        [wrong-day] 배지의 날짜가 발행할 수 있는 기간과 맞지 않습니다
       *[refused] 컨트랙트가 받지 않았습니다
    }
staff-badges-parked-todo =
    { $reason ->
        [no-address] 서버 담당자에게 이 주소를 확인하도록 부탁해 주세요. 고치기 전에는 다시 시도해도 또 멈춥니다.
        [not-shown] 체인이 정상이 되면 다시 시도해 주세요. 두 번 발행되는 일은 없습니다.
        [closed] 컨트랙트 관리자에게 기간을 늘려 달라고 한 뒤 다시 시도해 주세요.
        [wrong-day] 이벤트 날짜가 맞는지 확인하고 서버 담당자에게 알려 주세요.
       *[refused] 아래 답을 서버 담당자에게 알려 주세요. 원인이 없어지면 다시 시도해 주세요.
    }

## 코드와 암호말

staff-claims-title = 코드와 암호말
staff-claims-lead = 실제로 온 분께 배지를 드리는 세 가지 방법입니다. 어느 것을 써도 한 사람에게 배지는 하나입니다.
staff-claims-short = 종이, 화면, 암호말로 배지를 드릴 수 있습니다.
staff-claims-go = 코드와 암호말로
staff-claims-live = 사용 중
staff-claims-none = 아직 없습니다. 아래에서 만들 수 있습니다.
staff-claims-gone = 끝난 것 ({ $count }건)
staff-claims-make = 새로 만들기
staff-claims-closed = 지금은 이 이벤트의 코드나 암호말을 만들 수 없습니다. 공개한 뒤나 끝난 뒤에 만들 수 있습니다.
staff-counters-title = 창구 코드
staff-counters-lead = 관광안내소, 미치노에키, HAMA BAR 등 실제 창구에 온 분께 드리는 배지입니다. 같은 분도 다른 날 오시면 그날의 배지를 하나 더 받습니다.
staff-claim-last = 마지막 사용 { $when }
staff-claim-unused = 아직 아무도 쓰지 않았습니다
staff-claim-uses = { $used } / { $cap }명
staff-claim-screen = 화면에 띄우기
staff-claim-screen-which = 화면에 띄우기: { $label }
staff-claim-withdraw = 사용 중지
staff-claim-withdraw-which = 사용 중지: { $channel } ({ $label })
staff-claim-withdrawn = 사용을 중지했습니다. 이미 받은 배지는 그대로입니다.
staff-claim-spot = 마을의 장소
staff-claim-spot-help = 창구에서 가장 가까운 장소입니다. 배지 그림이 됩니다.
staff-claim-label = 창구 이름
staff-claim-label-help = 배지 이름이 됩니다. 예: HAMA BAR
staff-claim-word = 암호말
staff-claim-word-help = 말하기 쉽고 맞히기 어려운 말. 제안한 말 그대로도, 숫자를 붙인 다른 말도 괜찮습니다.
staff-claim-minutes = 쓸 수 있는 시간(분)
staff-claim-minutes-help = 지금부터 최대 { $minutes }분입니다. 입 밖에 낸 말은 금방 퍼집니다.
staff-claim-opens_at = 언제부터
staff-claim-closes_at = 언제까지
staff-claim-cap = 인원
staff-claim-codes = 장수
staff-claim-codes-help = 한 장에 한 사람. 한 번에 최대 { $most }장입니다.
staff-claim-cap-help = 이 인원이 되면 끝납니다. 최대 { $most }명입니다.
staff-claim-once = 이 암호말은 이 화면에서만 보입니다. 적어 두세요.
staff-claim-word-copy = 암호말 복사
staff-claim-word-title = 암호말이 준비되었습니다
staff-claim-word-until = { $when }까지, 선착순 { $cap }명이 쓸 수 있습니다.
staff-claim-word-where = 방문자는 마을의 ‘배지’를 열어 입력합니다.
staff-claim-word-spelling = 대소문자, 띄어쓰기, 히라가나와 가타카나의 차이는 상관없습니다.
staff-claim-word-announce = 행사장에 알리기
staff-claim-back = 코드 목록으로
staff-claim-screen-title = 행사장 화면
staff-claim-screen-lead = ‘{ $label }’의 코드를 30초마다 새로 보여 주는 화면입니다.
staff-claim-screen-scan = 행사장 태블릿으로 이 QR 코드를 스캔하거나, 이 기기에서 여세요.
staff-claim-screen-open = 화면 열기
staff-claim-screen-code = 화면을 여는 QR 코드
staff-claim-screen-only = 이 화면에서는 코드를 보여 주는 것만 할 수 있습니다. 직원 로그인은 필요 없습니다.
staff-claim-screen-when = 사용 기간: { $span }
staff-claim-screen-photo = 사진을 찍어도 1분쯤 뒤에는 쓸 수 없습니다.
staff-claim-screen-stop = 그만두려면 목록에서 ‘사용 중지’를 누르세요. 모든 화면이 멈춥니다.
staff-sheet-title = 인쇄할 코드
staff-sheet-once = 이 페이지는 한 번만 보입니다. 지금 인쇄해 주세요. 닫았다면 사용을 중지하고 다시 만들 수 있습니다.
staff-sheet-about = { $count }장. 한 장에 한 사람, 한 번만 쓸 수 있습니다. { $span }
staff-sheet-print = 인쇄
staff-sheet-code = { $number }번째 QR 코드
staff-slip-town = 버추얼 가시마
staff-slip-how = 스캔하면 방문 배지를 받습니다. 무료, 앱 불필요, 1회용.
staff-slip-hand = 스캔할 수 없으면 { $address } 에서 입력
staff-slip-until = { $day }까지
staff-claim-channel =
    { $channel ->
        [one-time] 종이 코드
        [rotating] 화면의 QR 코드
       *[word] 말로 전하는 암호말
    }
staff-claim-about =
    { $channel ->
        [one-time] 한 장을 한 사람에게 건넵니다. 한 번만 쓸 수 있고, 집에 가서 써도 됩니다.
        [rotating] 행사장이나 창구의 태블릿에 띄웁니다. 30초마다 바뀌므로 사진을 보내도 쓸 수 없습니다.
       *[word] 가이드가 말로 알려 줍니다. 짧은 시간만 쓸 수 있습니다.
    }
staff-claim-make =
    { $channel ->
        [one-time] 만들어 인쇄하기
        [rotating] 화면 링크 만들기
       *[word] 이 암호말 쓰기
    }
staff-claim-state =
    { $state ->
        [usable] 사용 가능
        [coming] 예정
        [full] 인원 마감
        [withdrawn] 사용 중지됨
       *[over] 기간 종료
    }
staff-claim-fault-spot = 장소를 골라 주세요.
staff-claim-fault-label = 이름을 1자에서 80자로 입력해 주세요.
staff-claim-fault-number = 숫자로 입력해 주세요.
staff-claim-fault-codes = 1장에서 { $codes }장까지입니다.
staff-claim-fault-cap = 1명에서 { $cap }명까지입니다.
staff-claim-fault-date = 날짜와 시각을 입력해 주세요.
staff-claim-fault-opens-at = 배지는 이벤트 전날부터 드릴 수 있습니다.
staff-claim-fault-before = 끝은 시작보다 뒤여야 합니다.
staff-claim-fault-closes-at = 끝은 지금보다 뒤이고, 이벤트는 30일 뒤까지, 창구는 1년까지입니다.
staff-claim-fault-minutes = 1분에서 { $minutes }분까지입니다.
staff-claim-fault-word = 맞히기 쉬운 말입니다. 제안처럼 숫자를 붙여 주세요(123처럼 이어지는 숫자는 제외).

## 안내 기록

staff-recording-title = 안내 기록
staff-recording-is-off = 기록하지 않습니다
staff-recording-is-on = 기록하기로 되어 있습니다
staff-recording-is-over = 이벤트가 끝났습니다
staff-recording-is-published = 공개 중입니다
staff-recording-what = 오지 못한 사람도 나중에 안내인의 뒤를 따라 걸을 수 있습니다.
staff-recording-kept = 기록하는 것: 문이 열려 있는 동안 안내인이 걸은 길과 한 말, 직원의 알림.
staff-recording-not-kept = 기록하지 않는 것: 방문자의 모습, 이름, 말, 위치. 안내인의 이름도 기록하지 않습니다.
staff-recording-days = 이벤트의 예정 종료 후 { $days }일이 지나면 공개했더라도 저절로 지워집니다. 그 전에도 언제든 지울 수 있습니다.
staff-recording-agree = 안내인의 동의를 먼저 받은 뒤 시작해 주세요. 도중에 그만둘 수도 있습니다.
staff-recording-switch-on = 안내인이 동의했으므로 기록하기
staff-recording-switch-off = 기록 그만두기
staff-recording-now-on = 안내인이 이벤트에 있는 동안만 기록합니다.
staff-recording-now-off = 기록을 그만두었습니다. 그때까지의 기록은 남아 있습니다.
staff-recording-none = 기록이 없습니다.
staff-recording-length = 길이
staff-recording-lines = 말
staff-recording-line-count = { $count }건
staff-recording-publish = 공개하기
staff-recording-publish-help = 공개하면 마을에 온 누구나 ‘안내 기록’에서 함께 걸을 수 있습니다. 먼저 아래의 말을 읽고 사람 이름 등이 없는지 확인해 주세요.
staff-recording-discard = 기록 지우기
staff-recording-published = 공개했습니다. 마을의 ‘안내 기록’에 나옵니다.
staff-recording-discarded = 기록을 지웠습니다.
staff-recording-words = 기록된 말
staff-recording-at = 시각
staff-recording-who = 누가
staff-recording-said = 말
staff-recording-by = { $by ->
    [staff] 직원
   *[guide] 안내인
}
staff-recording-phrase = 정해진 문구 { $number }번
