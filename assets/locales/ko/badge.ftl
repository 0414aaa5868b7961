## 배지를 크게 볼 때와 보여 줄 때. 열었을 때만 불러옵니다.

badge-picture = 방문 배지 ‘{ $title }’ 그림
badge-date = 날짜
badge-place = 장소
badge-earned = 받은 이유
badge-share = 이 배지 보여 주기
badge-share-about = 증명 페이지로 가는 QR 코드가 든 그림을 만듭니다. 그림을 본 사람은 이 배지와 다른 배지도 볼 수 있지만, 이름은 알 수 없습니다.
badge-share-make = 보여 줄 그림 만들기
badge-share-making = 그림을 만들고 있습니다…
badge-share-failed = 그림을 만들지 못했습니다. 잠시 뒤에 다시 시도해 주세요.
badge-share-check = QR 코드를 읽으면 누구나 확인할 수 있습니다.
badge-share-alt = 방문 배지 ‘{ $title }’와 증명 페이지로 가는 QR 코드가 든 그림
badge-share-send = 이 그림 보내기
badge-share-save = 이 그림 저장하기
