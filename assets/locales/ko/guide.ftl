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
guide-by-recorded = 녹음된 안내
guide-by-replay = 안내 기록
guide-by-ride = 자동 산책
