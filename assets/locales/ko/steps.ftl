## 처음 1분. 해 보면서 익히는 세 가지. 처음 온 사람에게만 불러옵니다.

steps-title = 먼저 세 가지만
steps-look = 둘러보기
steps-walk = 걷기
steps-go = 목적지로
steps-arrive = 도착하기
steps-greet = 인사하기
steps-how-look-solid-touch = 화면을 손가락으로 밀면 주위를 둘러볼 수 있어요.
steps-how-look-solid-keys = 화면을 끌거나 Q와 E를 누르면 주위를 둘러볼 수 있어요.
steps-how-walk-solid-touch = 왼쪽 아래 동그라미를 가고 싶은 쪽으로 밀어 보세요.
steps-how-walk-solid-keys = 화살표 키나 WASD로 걷고 Shift로 뛰어요.
steps-how-go-solid-touch = 땅을 가볍게 두드려 보세요. 그곳까지 걸어가요.
steps-how-go-solid-keys = 땅을 클릭해 보세요. 그곳까지 걸어가요.
steps-how-go-flat-touch = 아래 ‘장소’에서 아무 곳이나 ‘여기로 가기’를 눌러 보세요.
steps-how-go-flat-keys = 아래 ‘장소’에서 아무 곳이나 ‘여기로 가기’를 눌러 보세요.
steps-how-arrive-flat-touch = 도착할 때까지 기다리거나 지도 아래의 ‘멈추기’를 눌러 보세요.
steps-how-arrive-flat-keys = 도착할 때까지 기다리거나 지도 아래의 ‘멈추기’를 눌러 보세요.
steps-how-walk-flat-keys = 지도를 선택하고 화살표 키로 걸어 보세요.
steps-how-greet-flat-touch = 아래의 ‘말하기’에서 인사를 하나 보내 보세요.
steps-well = 잘하셨어요.
steps-done = 이제 충분해요. 마을을 즐겨 주세요.
steps-skip = 건너뛰기
steps-close = 닫기
steps-ticked = 완료
