## 연결되지 않을 때의 페이지.

offline-title = 지금 연결되어 있지 않습니다
offline-about = 마을은 인터넷에 있어서 연결될 때까지 걸을 수 없습니다. 신호나 Wi-Fi를 확인해 주십시오.
offline-kept = 받은 배지와 스탬프는 사라지지 않습니다.
offline-again = 다시 시도
offline-by-itself = 연결되면 저절로 마을로 돌아갑니다.
offline-languages = 언어
