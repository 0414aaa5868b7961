## 방문자 화면의 모든 문장. 일본어를 먼저 쓰고 이 파일이 따른다.

town-title = 버추얼 가시마
town-description = 일본 사가현 가시마시를 브라우저에서 걸어 보세요. 앱도 가입도 필요 없습니다.
town-language = 언어
town-close = 닫기
town-cancel = 그만두기
town-again = 다시 시도
town-loading = 불러오는 중…

## 첫 화면

town-welcome-lead = 사가현 가시마시에 오신 것을 환영합니다.
town-welcome-about = 유토쿠 이나리 신사, 양조장 거리, 아리아케해 바닷가. 세계 어디서나 걸을 수 있는 가시마입니다. 앱도 가입도 필요 없습니다.
town-form-title = 걷기 전에
town-name-label = 닉네임
town-name-hint = 24자까지. 주변 사람들에게 보입니다. 본명은 쓰지 마세요.
town-look-label = 모습
town-look-preview = 고른 모습의 그림
town-look-dice = 알아서 골라 주기
town-look-more = 더 고르기
town-look-clothes = 옷
town-look-clothes-shirt = 셔츠
town-look-clothes-happi = 핫피
town-look-clothes-yukata = 유카타
town-look-clothes-skirt = 치마
town-look-hair = 머리 모양
town-look-hair-short = 짧은 머리
town-look-hair-bob = 단발
town-look-hair-bun = 올림머리
town-look-hair-long = 긴 머리
town-look-hat = 모자
town-look-hat-none = 없음
town-look-hat-straw = 밀짚모자
town-look-hat-cap = 야구모자
town-look-hat-headband = 머리띠
town-look-top = 옷 색
town-look-bottom = 아래옷 색
town-look-hair-colour = 머리 색
town-look-skin = 피부색
town-look-choice = { $part } { $number }
town-remember-label = 다음에 오실 때를 위해
town-remember-yes = 기억해 주세요
town-remember-yes-about = 이 브라우저에 표식(쿠키) 하나를 둡니다. 다음에도 이름, 모습, 배지가 남아 있고, 오신 날수가 이름 없이 시의 통계에 집계됩니다. 언제든 지울 수 있습니다.
town-remember-no = 이번 한 번만
town-remember-no-about = 브라우저를 닫으면 표식이 사라집니다. 걷기, 대화, 참가는 똑같습니다. 배지는 다음에 보여 드릴 수 없고, 통계에는 이번만 집계됩니다.
town-remember-choose = 둘 중 하나를 골라 주세요. 어느 쪽이든 마을을 걸을 수 있습니다.
town-enter = 마을로 들어가기
town-enter-flat = 지도 마을로 들어가기
town-enter-flat-about = 글과 지도로 걷는 가벼운 마을입니다. 키보드나 화면 낭독기만으로도 쓸 수 있습니다.
town-building = 마을을 짓는 중… { $percent }%
town-no-webgl = 이 기기에서는 입체 마을을 보여 드릴 수 없어 지도 마을로 안내합니다.

town-returning = { $name } 님, 다시 오셨군요
town-returning-days =
    { $days ->
        [0] 오늘이 첫날입니다.
       *[other] 지금까지 { $days }일 오셨습니다.
    }
town-returning-not-remembered = ‘이번 한 번만’으로 오셨습니다. 브라우저를 닫으면 표식이 사라집니다.
town-passport = 패스포트
town-passport-open = 패스포트 보기(오신 날, 기록, 다른 기기)
town-passport-elsewhere = 다른 기기에 패스포트가 있어요
town-passport-change = 이름이나 모습 바꾸기
town-passport-save = 이대로 저장
town-passport-saved = 바꾸었습니다.
town-passport-erase = 마을에서 내 기록 지우기
town-erase-title = 모두 지울까요?
town-erase-about = 이름, 모습, 오신 날의 기록, 배지와의 연결을 지웁니다. 체인에 적힌 배지는 남지만 누구의 것도 아니게 됩니다. 되돌릴 수 없습니다.
town-erase-confirm = 모두 지우기
town-erased = 모두 지웠습니다. 언제든 새로운 사람으로 다시 오세요.

town-kept-title = 마을이 기억하는 것, 기억하지 않는 것
town-kept-yes = 기억하는 것: 닉네임, 모습, 언어, 마을에 계신 시간, 받은 배지.
town-kept-no = 묻지 않는 것: 본명, 이메일, 전화번호, 주소. 광고도 추적도 없습니다.
town-kept-chain = 배지는 블록체인에 적힙니다. 적히는 것은 배지 번호와 날짜, 무작위로 만든 주소뿐이며 당신에게 이어지는 것은 없습니다.
town-credits = 데이터 출처
town-privacy = 개인정보
town-accessibility = 접근성
town-proof = 배지 증명
town-new-tab = (새 탭에서 열립니다)

## 이벤트

town-nature = 물때와 하늘
town-tours = 마을 산책
town-travel = 빠른 이동
town-events-title = 다가오는 이벤트
town-events-none = 지금 예정된 이벤트가 없습니다. 마을은 언제든 걸을 수 있습니다.
town-events-failed = 이벤트 목록을 불러오지 못했습니다.
town-event = 이벤트
town-event-more = 자세히 보기
town-event-more-of = { $title } 자세히 보기
town-event-place = 장소
town-event-when = 일시(일본 시간)
town-event-when-here = 내 시간
town-event-span = { $from } – { $to }
town-event-seats = 자리
town-event-seats-left = { $capacity }석 중 { $left }석 남음
town-event-seats-none = { $capacity }석이 모두 찼습니다
town-event-languages = 안내 언어
town-event-badge = 배지
town-event-badge-share = 시간의 { $percent }% 이상 함께하신 분께 방문 배지를 드립니다.
town-event-badge-minutes = { $minutes }분 이상 함께하신 분께 방문 배지를 드립니다.
town-event-state-published = 시작 전
town-event-state-open = 진행 중
town-event-state-ended = 종료
town-event-state-cancelled = 취소
town-event-waiting = 아직 문이 열리지 않았습니다. 열리면 이 페이지가 저절로 바뀝니다.
town-event-opened = 문이 열렸습니다. 들어오세요.
town-event-is-open = 문이 열려 있습니다. 들어오세요.
town-event-full =
    { $waiting ->
        [0] 지금은 자리가 모두 찼습니다. 줄을 서면 자리가 나는 대로 차례로 저절로 들어갑니다.
       *[other] 지금은 자리가 모두 찼고, { $waiting }명이 줄에서 기다리고 있습니다. 줄을 서면 차례가 되었을 때 저절로 들어갑니다.
    }
town-event-ended = 이 이벤트는 끝났습니다. 마을은 언제든 걸을 수 있습니다.
town-event-cancelled = 이 이벤트는 취소되었습니다. 기다려 주셨는데 죄송합니다.
town-event-join = 들어가기
town-event-join-flat = 지도로 들어가기
town-event-prepare = 기다리는 동안 이름과 모습을 준비해 주세요.
town-entrance =
    { $role ->
        [guide] 안내인으로 들어갑니다.
       *[staff] 직원으로 들어갑니다.
    }
town-line-join = 줄 서기
town-line-join-flat = 줄 서기 (지도 마을)
town-line-event = 이 회장의 자리는 지금 모두 찼습니다.
town-line-event-named = “{ $title }”의 { $capacity }석이 지금 모두 찼습니다.
town-line-public = 지금 마을이 가득 찼습니다.
town-line-place =
    { $place ->
        [1] 다음 차례입니다
       *[other] 줄에서 { $place }번째입니다
    }
town-line-waiting = 지금 { $waiting }명이 기다리고 있습니다.
town-line-about = 자리가 나면 저절로 들어갑니다. 이 페이지를 열어 둔 채 기다려 주세요. 닫으면 잠시 뒤 줄에서 빠집니다.
town-line-meanwhile = 기다리지 않고 평소의 마을을 걸을 수도 있습니다. 그때는 줄에서 빠집니다.
town-line-cut = 연결이 원활하지 않습니다. 연결되는 대로 줄의 위치를 알려 드립니다.
town-line-leave = 줄에서 나가기
town-line-turn-title = 오래 기다리셨습니다
town-line-turn = 자리가 났습니다. 지금 들어갑니다.

## 마을 안

town-canvas = 입체 마을. 화살표 키나 WASD로 걷고 Q와 E로 방향을 바꿉니다. 글과 지도로 걸으려면 ‘지도 마을’을 고르세요.
town-hud = 마을의 도구
town-people-count = { $count }명
town-here = 지금 있는 곳
town-say = 말하기
town-gesture = 몸짓
town-badges = 배지
town-settings = 설정
town-more = 메뉴
town-flat = 지도 마을
town-solid = 입체 마을
town-leave = 마을 나가기
town-arrived = { $place }에 도착했습니다.
town-going = { $place }(으)로 걷고 있습니다.
town-stopped = 멈춰 섰습니다.
town-no-way = 그곳까지는 걸어갈 수 없는 것 같습니다.
town-someone-came = { $name } 님이 왔습니다.
town-someone-left = { $name } 님이 나갔습니다.

town-link-joining = 마을에 연결하는 중…
town-link-away-kept = 연결이 끊겼습니다. 다시 연결하는 중이며 서 있던 자리는 그대로입니다.
town-link-away = 연결이 끊겨 있습니다. 연결되는 대로 돌아갑니다.
town-link-back = 연결되었습니다.
town-link-now = 지금 연결하기

town-banner-left =
    { $minutes ->
        [0] 곧 끝납니다
       *[other] { $minutes }분 남음
    }
town-banner-closing = 끝났습니다. 곧 회장이 닫힙니다
town-banner-starts = { $time }부터
town-banner-progress = 배지까지 약 { $minutes }분
town-banner-earned = 배지 조건을 채웠습니다
town-banner-resting = 지금은 시간을 세지 않고 있습니다. 걷거나 말하거나 몸짓을 하면 이어서 셉니다.
town-banner-recorded = 안내인의 길과 말을 기록하고 있습니다 (방문자는 기록하지 않습니다)
town-banner-progress-label = 배지까지의 참가 시간
town-announcement = 알림
town-announcement-by = { $by }에서

## 말하기

town-chat-title = 말하기
town-chat-log = 대화
town-chat-empty = 아직 대화가 없습니다. 먼저 인사해 보시겠어요?
town-chat-phrases = 말 고르기
town-chat-phrases-about = 상대에게는 상대의 언어로 전해집니다.
town-chat-text = 메시지
town-chat-send = 보내기
town-chat-closed = 자유로운 글은 직원이 함께하는 이벤트 동안 쓸 수 있습니다. 지금은 말을 골라 이야기할 수 있습니다.
town-chat-you = 나
town-phrase-1 = 안녕하세요
town-phrase-2 = 처음 뵙겠습니다
town-phrase-3 = 고맙습니다
town-phrase-4 = 실례합니다
town-phrase-5 = 네
town-phrase-6 = 아니요
town-phrase-7 = 아름답네요
town-phrase-8 = 재미있네요
town-phrase-9 = 같이 걸을까요?
town-phrase-10 = 잠깐만 기다려 주세요
town-phrase-11 = 따라갈게요
town-phrase-12 = 또 만나요

## 몸짓

town-emote-1 = 손 흔들기
town-emote-2 = 인사하기
town-emote-3 = 박수
town-emote-4 = 가리키기
town-emote-5 = 얏사 춤
town-emoted-1 = { $name } 님이 손을 흔들었습니다.
town-emoted-2 = { $name } 님이 인사했습니다.
town-emoted-3 = { $name } 님이 박수를 쳤습니다.
town-emoted-4 = { $name } 님이 손으로 가리켰습니다.
town-emoted-5 = { $name } 님이 얏사 춤을 추었습니다.

## 사람

town-people-title = 지금 마을에 있는 사람
town-people-alone = 지금은 혼자입니다. 천천히 걸어 보세요.
town-people-you = { $name } (나)
town-distance = { $metres } m
town-distance-way = { $way }쪽 { $metres } m
town-role-guide = 안내인
town-role-staff = 직원
town-role-recorded = 자동 안내
town-recordings = 안내 기록
town-way-n = 북
town-way-ne = 북동
town-way-e = 동
town-way-se = 남동
town-way-s = 남
town-way-sw = 남서
town-way-w = 서
town-way-nw = 북서

## 장소

town-places = 장소
town-go = 여기로 가기
town-place-more = 자세히
town-place-more-of = ‘{ $place }’ 자세히
town-go-to = { town-go }: { $place }
town-stop = 멈추기

## 배지

town-stamps = 스탬프 수첩
town-stamps-about = 장소에 도착해 잠시 머무르면 스탬프를 받습니다. 한 코스의 스탬프를 다 모으면 배지가 됩니다.
town-stamp-won = , 받았습니다
town-stamp-open = , 아직입니다
town-stamp-got = ‘{ $place }’ 스탬프를 받았습니다.
town-stamp-rally = { $rally }: { $all }곳 중 { $done }곳
town-rally-progress = { $all }곳 중 { $done }곳
town-rally-done = 달성
town-badges-title = 받은 배지
town-badges-none = 아직 배지가 없습니다. 이벤트에 참가하면 방문 배지를 받습니다.
town-badge-preparing = 발행 준비 중
town-badge-issued = 발행됨
town-badge-final = 확정
town-badge-revoked = 취소됨
town-badge-preparing-about = 블록체인에 적을 준비를 하고 있습니다. 페이지를 닫아도 사라지지 않습니다.
town-badge-issued-about = 블록체인에 적었습니다. 곧 확정됩니다.
town-badge-final-about = 확정되었습니다. 누구나 확인할 수 있습니다.
town-badge-revoked-about = 발행된 뒤 시에서 취소했습니다.
town-wallet-open = 지갑 연결하기
town-badge-proof = 증명 보기
town-badge-proof-of = ‘{ $title }’의 증명 보기
town-badge-large = ‘{ $title }’ 크게 보기
town-badge-name-host = ‘{ $title }’ 진행자
town-badge-name-real = { $place } 현지 방문
town-badge-name-monthly = { $month } 방문
town-badge-earned = { $kind }: { $how }
town-badge-kind-event = 행사
town-badge-kind-rally = 스탬프 랠리
town-badge-kind-monthly = 이달의 방문
town-badge-kind-real = 현지 방문
town-badge-kind-host = 진행자
town-badge-source-presence = 함께해 주신 표시입니다
town-badge-source-stamps = 스탬프를 모두 모았습니다
town-badge-source-month = 여러 날에 걸쳐 와 주셨습니다
town-badge-source-one-time = 받은 코드로 수령했습니다
town-badge-source-rotating = 행사장 화면의 코드로 수령했습니다
town-badge-source-word = 암호말로 수령했습니다
town-badge-source-grant = 시 담당자가 드렸습니다
town-badge-got = ‘{ $title }’ 배지를 받았습니다!
town-badge-look = 배지 보기
town-badge-news = 배지 ‘{ $title }’: { $state }

## 설정

town-settings-title = 설정
town-tier = 화질
town-tier-low = 가볍게
town-tier-mid = 보통
town-tier-high = 아름답게
town-motion = 움직임 줄이기
town-tier-later = 다음에 입체 마을을 열 때부터 바뀝니다.

## 작별, 그리고 다시

town-gone-title = 마을을 나왔습니다
town-gone-removed-title = 퇴장 안내
town-gone-ended-title = 이벤트가 끝났습니다
town-gone-tab-title = 다른 화면에서 마을에 있습니다
town-gone-full-title = 자리가 모두 찼습니다
town-gone-closed-title = 문이 열려 있지 않습니다
town-gone-entry-title = 직원용 입구로 들어가지 못했습니다
town-gone-as-visitor = 방문자로 들어가기
town-gone-lost-title = 마을에 연결할 수 없습니다
town-gone-renew-title = 마을이 새로워졌습니다
town-gone-ended-badge = 충분히 함께하신 분께는 배지를 드립니다. 첫 화면에서 볼 수 있습니다.
town-gone-removed-next = 평소의 마을은 그대로 걸을 수 있습니다.
town-gone-lost-next = 연결이 좋은 곳에서 다시 시도해 주세요.
town-gone-home = 첫 화면으로
town-gone-public = 마을 걷기
town-gone-here = 이 화면으로 들어가기
town-gone-reload = 새로 고침

## 코드와 암호말

town-claim-title = 배지 받기
town-claim-looking = 코드를 확인하고 있습니다…
town-claim-lead-event = 이 이벤트에 와 주신 분께 드리는 배지입니다.
town-claim-lead-real = 가시마를 찾아 주신 분께 드리는 배지입니다.
town-claim-receive = 배지 받기
town-claim-newcomer = 처음 오셨다면 마을에서 쓸 이름을 정해 주세요
town-claim-got = 배지를 받았습니다
town-claim-had = 이미 받은 배지입니다
town-claim-thanks-event = 참여해 주셔서 감사합니다.
town-claim-thanks-real = 가시마를 찾아 주셔서 감사합니다.
town-claim-refused = 배지를 받지 못했습니다
town-claim-ask = 어려움이 있으면 가까운 직원에게 말씀해 주세요.
town-claim-town = 마을로 들어가기
town-claim-event = 이벤트 페이지로
town-claim-shelf = 내 배지 보기
town-claim-type = 코드 입력하기
town-claim-code-label = 교환 코드
town-claim-code-hint = 종이나 화면에 있는 영문자와 숫자입니다. 띄어쓰기는 해도 안 해도 됩니다.
town-claim-code-missing = 코드를 입력해 주세요.
town-claim-look = 확인하기
town-claim-foot = 돈도 앱도 지갑도 필요 없고, 실명을 묻지 않습니다.
town-word-title = 행사장에서 들은 말 입력하기
town-word-label = 암호말
town-word-hint = 행사장에서 안내한 말입니다. 대소문자와 띄어쓰기는 상관없습니다.
town-word-missing = 말을 입력해 주세요.
town-word-send = 보내기
town-word-had = “{ $title }” 배지는 이미 받았습니다.
town-screen-title = 방문 배지 코드
town-screen-code = 배지 QR 코드
town-screen-scan = 카메라로 스캔하면 방문 배지를 받을 수 있습니다
town-screen-by-hand = 스캔할 수 없으면 { $address } 에서 이 코드를 입력해 주세요
town-screen-next = 다음 코드까지 { $seconds }초
town-screen-lost = 통신을 확인하고 있습니다. 연결되는 대로 새 코드를 보여 드립니다.
town-screen-weak = 신호가 약합니다. 다시 연결하고 있습니다.
town-screen-full = 전체 화면
town-screen-used = 지금까지 { $count }명이 받았습니다
