## 패스포트 화면의 말. 연 사람만 내려받습니다.

passport-title = 내 패스포트
passport-failed = 패스포트를 열 수 없습니다. 잠시 후 다시 해 주세요.

passport-visits = 오신 날
passport-visits-none = 아직 기록이 없습니다. 마을을 걸으면 그날이 여기에 남습니다.
passport-day = 날짜
passport-time = 시간
passport-events = 이벤트
passport-minutes =
    { $minutes ->
        [0] 1분 미만
       *[other] { $minutes }분
    }
passport-earlier = 그 이전
passport-stamps = 스탬프 { $count }개
passport-badges = 배지 { $count }개
passport-see = 배지와 스탬프 보기

passport-agreed = 다음에 오실 때
passport-agreed-yes = 기억하고 있습니다. 패스포트는 오실 때마다 그때부터 400일 동안 이 브라우저에 남습니다.
passport-agreed-no = ‘이번 한 번만’으로 들어오셨습니다. 브라우저를 닫으면 패스포트가 사라집니다.
passport-agree = 오늘부터 기억해 주세요
passport-agree-about = 오늘부터의 방문이 이름 없이 시의 통계에 집계됩니다. 언제든 그만둘 수 있습니다.
passport-agree-done = 지금부터 기억하겠습니다.
passport-disagree = 이번 한 번만으로 바꾸기
passport-disagree-about = 브라우저를 닫으면 패스포트가 사라집니다. 다른 기기에서는 쓸 수 없게 되고, 코드와 패스키도 무효가 됩니다.
passport-disagree-go = 이번 한 번만
passport-disagree-done = ‘이번 한 번만’으로 바꾸었습니다. 브라우저를 닫으면 패스포트가 사라집니다.

passport-devices = 패스포트가 있는 기기
passport-device-here = 이 기기
passport-device-other = 다른 기기
passport-device-first = { $came }부터
passport-device-code = { $came } 코드로
passport-device-passkey = { $came } 패스키로
passport-device-used = 마지막 사용: { $used }
passport-device-out = 로그아웃
passport-device-out-of = 마지막으로 { $used }에 쓴 기기를 로그아웃
passport-device-gone = 그 기기에서는 이제 패스포트를 쓸 수 없습니다.

passport-bring = 다른 기기로 가져가기
passport-bring-not = 기억하도록 하면 다른 기기에서도 같은 패스포트를 쓸 수 있습니다.
passport-phone = 휴대전화에 보여 주기
passport-phone-about = 다른 기기의 카메라로 읽어 주세요. 10분 안에 한 번만 쓸 수 있습니다. 읽은 사람이 패스포트를 갖게 되니 남에게 보이지 마세요.
passport-phone-picture = 패스포트를 다른 기기로 가져가는 QR 코드
passport-typed = 직접 입력할 때:
passport-paper = 예비 코드 만들기
passport-paper-again = 예비 코드 다시 만들기
passport-paper-about = 기기를 잃어버렸을 때를 위한 코드입니다. 종이에 적어 잘 보관해 주세요. { $until }까지 한 번만 쓸 수 있습니다. 지금만 보입니다.
passport-paper-stands = 예비 코드가 있습니다({ $until }까지). 다시 만들면 앞의 코드는 쓸 수 없습니다.
passport-withdraw = 코드 무효로 하기
passport-withdrawn = 코드는 이제 쓸 수 없습니다.

passport-passkeys = 패스키
passport-passkeys-about = 지문이나 얼굴, 화면 잠금으로 다른 기기에서도 패스포트를 열 수 있습니다. 비밀번호는 필요 없습니다.
passport-passkey-make = 패스키 만들기
passport-passkey-made = 패스키를 만들었습니다.
passport-passkey-of = { $made }에 만든 패스키
passport-passkey-remove = 지우기
passport-passkey-remove-of = { $made }에 만든 패스키 지우기
passport-passkey-removed = 패스키를 지웠습니다. 기기에 남아 있는 것은 기기 설정에서 지울 수 있습니다.
passport-passkey-cancelled = 패스키를 만들지 않았습니다.
passport-passkey-had = 이 기기에는 이미 패스키가 있습니다.

passport-kept = 마을에 있는 내 기록
passport-kept-about = 마을의 표에 있는, 나에 관한 기록의 전부입니다. 지울 때까지 남습니다.
passport-kept-what = 내용
passport-kept-rows = 건수
passport-kept-then = 지운 뒤
passport-kept-visitor = 이름, 모습, 언어, 처음과 마지막으로 오신 때
passport-kept-consents = ‘기억해도 될까요’ 같은 물음에 대한 답
passport-kept-visits = 오신 날, 장소, 시간
passport-kept-attendances = 이벤트마다 참가한 시간
passport-kept-stamps = 스탬프를 받은 장소와 날
passport-kept-awards = 받은 배지, 그 이유, 발행 상태
passport-kept-holder = 배지를 맡아 둔 주소(무작위로 만든 것)
passport-kept-redemptions = 배지를 받은 코드와 암호말
passport-kept-wallet = 연결한 지갑의 주소
passport-kept-wallet-words = 지갑이 서명할 일회용 말(5분)
passport-kept-moves = 지갑으로 옮기기 위한 서명
passport-kept-devices = 패스포트가 있는 기기: 표식을 확인하는 값과 사용한 날만
passport-kept-codes = 기기를 늘리는 코드: 확인하는 값만
passport-kept-passkeys = 패스키의 공개 키, 만든 날, 사용한 날
passport-kept-blocks = 만나지 않기로 한 사람의 당시 닉네임
passport-kept-moderation = 이벤트에서 직원이 한 조치와 그 이유
passport-kept-gone = 바로 지워집니다
passport-kept-untied = 누구의 것도 아닌 수로 남습니다
passport-kept-numbered = 누구에게도 이어지지 않는 번호와 함께 남습니다
passport-kept-public = 블록체인에 공개되어 있어 남습니다
passport-kept-passing = 지금 있는 곳과 말한 것은 다시 연결할 수 있도록 잠깐 가지고 있을 뿐, 표에는 남기지 않습니다.

passport-export = 모두 파일로 받기(JSON)
passport-erase = 기록 지우기
passport-erase-stays = 지운 뒤에 남는 것은 누구의 것도 아닌 방문 수와 블록체인에 적힌 배지뿐입니다. 배지와 나의 연결은 사라집니다. 지갑으로 옮긴 배지만은 그 지갑의 것으로 계속 공개됩니다.

passport-arrive = 다른 기기의 패스포트 쓰기
passport-arrive-about = 패스포트가 있는 기기에서 ‘다른 기기로 가져가기’를 열면 코드가 나옵니다.
passport-arrive-link = 코드가 붙은 링크로 여셨습니다. 내 기기에서 보낸 것이 아니면 계속하지 마세요.
passport-arrive-code = 코드
passport-arrive-hint = 영문자와 숫자 16자. 대소문자와 띄어쓰기는 상관없습니다.
passport-arrive-missing = 코드를 입력해 주세요.
passport-arrive-go = 여기서 쓰기
passport-arrive-passkey = 패스키 쓰기
passport-arrive-failed = 패스키를 읽지 못했습니다. 다시 해 주세요.
passport-arrive-instead-about = 계속하면 이 기기에 있는 다른 패스포트는 쓸 수 없게 됩니다. 그 패스포트의 예비 코드나 패스키가 없으면 되돌릴 수 없습니다.
passport-arrive-instead = 그래도 계속하기
passport-arrive-done = { $name } 님, 다시 오셨군요. 이 기기에서도 패스포트를 쓸 수 있습니다.
passport-arrive-fresh = 방금 쓴 코드는 이제 쓸 수 없습니다. 새 예비 코드입니다. 종이에 적어 주세요.
