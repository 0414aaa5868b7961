## 안내인의 말을 보여 주는 자막. 안내가 있을 때만 불러온다.

guide-earlier = 이전 말
guide-fold = 접기
guide-unfold = 안내 자막 열기
guide-size = 글자 크기: { $size ->
    [1] 보통
    [2] 크게
   *[3] 아주 크게
}
guide-by-guide = 안내인
guide-by-staff = 직원
guide-by-recorded = 자동 안내 (사람이 아닙니다)
guide-by-replay = 안내 기록
guide-by-ride = 자동 산책

guide-bar = 안내인
guide-follow = 따라가기
guide-stop-following = 그만 따라가기
guide-return = 안내인에게 돌아가기
guide-here = 바로 옆
guide-following = { $name } 님을 따라갑니다. 직접 걸으면 멈춥니다.
guide-end-stopped = 따라가기를 멈췄습니다.
guide-end-steered = 직접 걷기 시작해서 따라가기를 멈췄습니다.
guide-end-gone = 안내인이 떠났습니다.
guide-end-no-way = 안내인에게 걸어서 갈 수 있는 길이 없습니다.

guide-recordings-about = 지난 이벤트의 안내를 나중에 함께 걸을 수 있습니다. 안내인이 걸은 길과 말의 기록이며, 당신의 화면에만 나타납니다.
guide-recordings-none = 공개된 기록이 아직 없습니다.
guide-recording-facts = 약 { $minutes }분 · 말 { $lines }개
guide-play = 함께 걷기
guide-play-this = ‘{ $title }’ 함께 걷기
guide-playing = ‘{ $title }’의 기록이 시작됩니다.
guide-replay-hold = 기다려 달라고 하기
guide-replay-go-on = 계속하기
guide-replay-end = 끝내기
guide-replay-waits = 기다리고 있습니다
guide-replay-left = 약 { $minutes }분 남음

guide-gather = 모두 부르기
guide-gathered = 모두를 불렀습니다.
guide-called = 부르고 있습니다
guide-calls = { $name } 님이 모두를 부르고 있습니다.
guide-come = 그곳으로 가기
guide-stay = 여기 있기
