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
