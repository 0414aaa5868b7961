## 배지를 증명하는 페이지. 누구나 볼 수 있고 누구나 확인할 수 있습니다.

proof-town = 버추얼 가시마
proof-title = 배지 증명
proof-to-town = 마을로 가기
proof-to-overview = 배지 증명 안내로
proof-skip = 본문으로
proof-languages = 언어
proof-privacy = 개인정보
proof-accessibility = 접근성

proof-lead = 버추얼 가시마의 방문 배지는 나중에 고치면 누구나 알아챌 수 있는 장부(블록체인)에 적혀 있습니다. 이 페이지는 그 장부가 지금 보여 주는 것을 그대로 보여 드립니다.

proof-now-title = 지금의 수
proof-tokens = 전해진 배지
proof-holders = 가진 사람
proof-returners = 이틀 이상 온 사람
proof-as-of = { $moment }의 { $block }번 블록까지 장부를 세었습니다.
proof-none-yet = 아직 발행된 배지가 없습니다. 첫 배지가 발행되면 여기에 수가 나타납니다.
proof-away-title = 지금은 확인할 수 없습니다
proof-away-overview = 장부에 연결되지 않아 새로 셀 수 없습니다. 적힌 배지는 사라지지 않습니다. 잠시 뒤에 다시 열어 주십시오.
proof-away-holder = 장부에 연결되지 않아 지금은 확인할 수 없습니다. 적힌 배지는 사라지지 않습니다. 잠시 뒤에 다시 열어 주십시오.
proof-away-since = 아래 내용은 { $moment }의 { $block }번 블록까지 확인한 것입니다.

proof-find-title = 배지 보기
proof-find-about = 소유자의 주소를 넣으면 그 사람의 배지를 볼 수 있습니다. 주소는 마을의 ‘배지’에서 여는 증명 페이지에 적혀 있습니다.
proof-find-label = 소유자의 주소
proof-find-hint = 0x로 시작하는 42글자
proof-find-go = 보기

proof-does-title = 배지가 증명하는 것
proof-does-attended = 마을의 서버가 참가 시간을 재어, 이벤트의 규칙을 채운 분께만 드렸다는 것
proof-does-day = 어느 이벤트에서, 언제, 어디에서 드렸는지
proof-does-lasting = 나중에 고치거나 다른 사람에게 팔지 않았다는 것(이 배지는 남에게 넘길 수 없습니다)
proof-not-title = 배지가 증명하지 않는 것
proof-not-who = 누구의 것인지. 장부에는 무작위로 만든 주소만 있고 이름도 방문자 번호도 없습니다
proof-not-real = 실제 가시마시에 갔다는 것. 육각형의 ‘현지 방문’ 배지만 현지 창구에서 받은 것입니다
proof-not-money = 돈으로서의 가치. 사고팔 수 없습니다

proof-recount-title = 직접 세어 보기
proof-recount-about = 저희의 숫자를 믿지 않으셔도 됩니다. 이 작은 프로그램은 Python 3.9 이상만 있으면 움직이며, 장부를 처음부터 다시 더합니다.
proof-recount-download = verify_badges.py 내려받기
proof-recount-run = 같은 폴더에서 다음과 같이 실행합니다.
proof-recount-node = 다른 회사의 노드에 직접 물어볼 수도 있습니다. 그때는 이 사이트를 전혀 쓰지 않습니다.
proof-recount-digest = 마지막에 나오는 대조값이 아래와 같으면 배지가 하나도 빠짐없이 일치하는 것입니다.
proof-node-placeholder = 노드의-주소
proof-facts-title = 확인을 위한 값
proof-contract = 컨트랙트의 주소
proof-chain-id = 체인의 번호
proof-genesis = 첫 블록
proof-block = 여기까지 센 블록
proof-block-hash = 그 블록의 해시
proof-digest = 대조값
proof-manifest = 프로그램이 읽는 목록(JSON)
proof-own-chain = 이 장부는 지금 마을의 컴퓨터에서 움직이고 있습니다. 위의 대조값이나 블록의 해시를 적어 두면, 나중에 고쳐지지 않았는지 언제든지 비교할 수 있습니다.

proof-holder-title = 이 사람의 방문 배지
proof-holder-proves =
    { $days ->
        [0] 이 주소의 주인에게 버추얼 가시마의 방문 배지 { $badges }개가 주어졌음을 원장이 보여 줍니다.
       *[other] 이 주소의 주인이 { $days }일 동안 가시마의 행사나 현지를 찾아와 방문 배지 { $badges }개를 받았음을 원장이 보여 줍니다.
    }
proof-holder-waiting = 이 주소의 배지를 지금 원장에 적을 준비를 하고 있습니다.
proof-holder-moved = 주인이 배지를 자기 지갑으로 옮겼습니다. 지금 있는 곳:
proof-holder-address = 소유자의 주소
proof-holder-nobody-knows = 이 주소는 무작위로 만든 것이며, 이름과 연결되어 있지 않습니다.
proof-place = 장소
proof-date = 날짜
proof-way = 발행의 진행
proof-state-preparing = 발행 준비 중
proof-state-issued = 발행됨
proof-state-final = 확정
proof-state-moved = 지갑에 있음
proof-state-withdrawn = 취소됨
proof-state-unchecked = 확인할 수 없음
proof-about-preparing = 장부에 적을 준비를 하고 있습니다. 기다리는 동안 사라지지 않습니다.
proof-about-issued = 장부에 적었습니다. 곧 확정됩니다.
proof-about-final = 확정되었습니다. 더는 바뀌지 않습니다.
proof-about-moved = 주인이 서명하여 자기 지갑으로 옮겼습니다. 없어지지 않았습니다.
proof-about-withdrawn = 장부에 적은 뒤에 취소되었습니다.
proof-about-unchecked = 지금은 장부에 연결되지 않아 확인할 수 없습니다. 사라진 것은 아닙니다.
proof-transaction = 거래의 해시
proof-in-block = 들어 있는 블록
proof-in-block-number = { $block }번
proof-block-time = 적힌 시각
proof-balance = 방금 컨트랙트에 물은 답
proof-balance-yes = 가지고 있습니다(balanceOf = 1)
proof-balance-no = 가지고 있지 않습니다(balanceOf = 0)
proof-balance-unknown = 지금은 답이 없습니다
proof-details = 장부의 기록
proof-badge-unknown = 이 마을의 기록에 없는 배지
proof-share-title = 이 페이지 보여 주기
proof-share-about = 보여 주고 싶은 분께 이 주소나 QR 코드를 드리십시오. 여는 사람이 직접 확인할 수 있습니다.
proof-share-link = 이 페이지의 주소
proof-share-qr = 이 페이지의 QR 코드

proof-nobody-unknown-title = 배지를 찾지 못했습니다
proof-nobody-unknown = 이 주소에 전해진 배지가 없습니다. 한 글자씩 확인해 주십시오.
proof-nobody-away-title = 지금은 확인할 수 없습니다
proof-nobody-away = 원장에 연결되지 않아 이 배지를 지금은 확인할 수 없습니다. 잠시 뒤에 다시 열어 주세요.
proof-nobody-malformed-title = 주소로 읽을 수 없었습니다
proof-nobody-malformed = 주소는 0x로 시작하고, 0~9와 a~f의 글자 40개가 이어집니다.

proof-all-of-holder = 이 사람의 배지 모두 보기
proof-sealed = 이름·날짜·장소의 지문
proof-sealed-yes = 원장에 적힌 지문과 일치합니다.
proof-sealed-no = 원장에 적힌 지문과 일치하지 않습니다. 이 페이지의 이름과 날짜를 믿지 마세요.
proof-check-title = 직접 확인하기
proof-check-embedded = verify_badges.py를 내려받아 같은 폴더에서 다음과 같이 실행하면 원장의 기록을 처음부터 다시 셉니다.
proof-check-node = 이 사이트를 거치지 않고 다른 회사의 노드에 직접 물어볼 수 있습니다. 답의 끝이 1이면 지금 가지고 있습니다.
proof-check-meta = 이 배지의 내용(JSON)
proof-preview-alt = 버추얼 가시마의 방문 배지
proof-ladder = 며칠 왔는가
proof-ladder-step = 방문
proof-besides = 이 밖에 취소된 배지 { $taken }개, 지갑으로 옮긴 사람 { $moved }명.

proof-art-label = 방문 배지 ‘{ $title }’ { $day }
proof-name-host = ‘{ $title }’ 진행자
proof-name-real = { $place } 현지 방문
proof-name-monthly = { $year }년 { $month }월 방문
proof-kind-event = 행사
proof-kind-rally = 스탬프 랠리
proof-kind-monthly = 이달의 방문
proof-kind-real = 현지 방문
proof-kind-host = 진행자
proof-meta-event = { $day }, 버추얼 가시마의 ‘{ $place }’에서 열린 행사에 참가한 표시입니다.
proof-meta-rally = 버추얼 가시마의 스탬프 랠리 ‘{ $name }’을(를) 모두 돈 표시입니다.
proof-meta-monthly = { $year }년 { $month }월에 여러 날에 걸쳐 버추얼 가시마를 찾은 표시입니다.
proof-meta-real = { $day }, 사가현 가시마시의 ‘{ $place }’을(를) 직접 찾아가 그곳에 제시된 코드를 받은 표시입니다.
proof-meta-host = { $day }, 버추얼 가시마의 ‘{ $place }’에서 행사를 열고 안내한 표시입니다.
proof-trait-kind = 종류
proof-trait-place = 장소
proof-trait-day = 날짜
proof-trait-season = 계절
proof-season-spring = 봄
proof-season-summer = 여름
proof-season-autumn = 가을
proof-season-winter = 겨울

proof-verify-chain = 장부: 블록 { $block }까지 배지 { $badges }개, 보유자 { $holders }명, 2일 이상 온 사람 { $returners }명
proof-verify-database = 데이터베이스: 확정 { $badges }개, 보유자 { $holders }명, 2일 이상 온 사람 { $returners }명, 발행 중 { $underway }개
proof-verify-digest = 대조값: { $digest }
proof-verify-only-database = 데이터베이스에만 있는 것: { $count }
proof-verify-only-chain = 장부에만 있는 것: { $count }
proof-verify-taken-back = 장부에서 취소되어 데이터베이스에만 남은 것: { $count }
proof-verify-torn = 컨트랙트의 값이 기록과 다른 보유자: { $count }
proof-verify-node = 노드 { $number }: 블록 { $block }까지의 대조값 { $digest }
proof-verify-node-behind = 아직 그 블록에 이르지 못했습니다
proof-verify-none = 아직 컨트랙트가 없습니다.
