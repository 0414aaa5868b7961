## 서버가 직접 쓰는 페이지: 거절 안내, 개인정보, 접근성.

pages-town = 버추얼 가시마
pages-back = 마을로 돌아가기
pages-languages = 언어
pages-refused = 안내해 드리지 못했습니다

pages-privacy-title = 개인정보에 대하여
pages-privacy-lead = 누구인지 밝히지 않고도 걸을 수 있는 마을입니다. 무엇을 기억하고 무엇을 기억하지 않는지 여기에 적습니다.
pages-privacy-kept-title = 기억하는 것
pages-privacy-kept = 닉네임, 모습, 언어, 기억해도 되는지에 대한 답, 마을에 들어온 시각과 활동한 시간, 참가한 이벤트, 받은 배지와 스탬프, 배지를 받을 때 쓴 코드나 암호말의 기록. 방문자는 무작위로 만든 번호로만 구별합니다.
pages-privacy-not-kept-title = 기억하지 않는 것
pages-privacy-not-kept = 실명, 이메일, 전화번호, 주소를 묻지 않습니다. 대화 내용은 저장하지 않습니다. 접속한 곳의 주소는 로그에도 표에도 적지 않습니다. 장난을 막기 위해, 주소에서 만든 되돌릴 수 없는 부호만 몇 분 동안 보관합니다. 광고나 추적, 다른 회사의 부품은 쓰지 않습니다.
pages-privacy-cookie-title = 쿠키
pages-privacy-cookie = 쿠키는 패스포트(passport) 하나뿐입니다. 기억해 달라고 하셨다면 마지막으로 오신 날부터 400일, 그렇지 않으면 브라우저를 닫을 때까지 남습니다. 이번만 오신 방문은 다음 방문과 연결하지 않습니다.
pages-privacy-live-title = 마을에 있는 동안
pages-privacy-live = 닉네임, 모습, 서 있는 곳은 같은 장소에 있는 사람들에게 보입니다. 이벤트 담당자는 지금 있는 사람의 목록을 볼 수 있고, 이유를 밝히고 퇴장을 부탁할 수 있습니다. 그 이유는 방문자의 번호와 함께 남습니다.
pages-privacy-chain-title = 배지와 블록체인
pages-privacy-chain = 체인에 적히는 것은 배지 번호, 날짜, 무작위로 만든 주소뿐입니다. 그 주소가 당신의 것임을 아는 것은 마을의 표뿐이며, 그것을 지우면 누구의 것도 아니게 됩니다.
pages-privacy-wallet-title = 지갑
pages-privacy-wallet = 지갑을 연결하면 마을이 그 주소를 기억합니다. 연결만 하면 마을 안의 기록으로 남으며 언제든 풀 수 있습니다. 배지를 옮기면 지갑과의 연결이 블록체인에 공개되어 지울 수 없습니다.
pages-privacy-erase-title = 보기, 지우기
pages-privacy-erase = 마을의 ‘배지’와 ‘설정’에서 마을이 기억하는 것을 볼 수 있습니다. 자신의 기록 지우기를 누르면 그 자리에서 사라집니다. 그 뒤에 남는 것은 누구의 것도 아닌 방문 수뿐입니다.
pages-privacy-staff-title = 시가 보는 것
pages-privacy-staff = 시는 몇 명이 왔고 몇 명이 다시 왔는지를 이름 없는 숫자로 봅니다. 적은 인원의 숫자는 누구인지 알 수 없도록 가립니다.

pages-accessibility-title = 접근성에 대하여
pages-accessibility-lead = 나이, 몸의 상태, 기기에 관계없이 누구나 같은 마을을 걸을 수 있게 하려고 합니다.
pages-accessibility-aim-title = 목표
pages-accessibility-aim = 모든 페이지가 JIS X 8341-3:2016 적합 수준 AA(WCAG 2.x AA)를 따르는 것을 목표로 합니다. 제삼자의 시험은 아직 받지 않았습니다.
pages-accessibility-ways-title = 걷는 방법은 여러 가지
pages-accessibility-ways = 키보드, 마우스, 손가락으로 걷거나 가고 싶은 곳을 고르기만 해도 됩니다. ‘지도 마을’에서는 글과 지도만으로 같은 일을 할 수 있고 화면 낭독기로도 쓸 수 있습니다. 움직임을 줄이거나 가벼운 화질을 고를 수 있습니다. 모든 문장이 다섯 언어로 있습니다.
pages-accessibility-known-title = 아직 부족한 점
pages-accessibility-known = 입체 마을의 그림 자체는 화면 낭독기로 전해지지 않습니다. 그럴 때는 ‘지도 마을’을 이용해 주십시오.
pages-accessibility-tell-title = 불편한 점이 있으면
pages-accessibility-tell = 이벤트 담당자나 시 창구에 알려 주십시오. 고치는 데 쓰겠습니다.
