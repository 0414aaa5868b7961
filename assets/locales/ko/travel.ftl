## 빠른 이동 노선도. 열 때 불러옵니다.

travel-about = 갈 곳을 고르면 걷지 않고 바로 도착해요. 스탬프는 도착해서 3초 서 있으면 받을 수 있어요.
travel-line = 섬을 잇는 노선
travel-here = 지금 여기
travel-arrived = { $place }에 도착했어요.
