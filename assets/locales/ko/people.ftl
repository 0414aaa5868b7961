## 다른 사람과의 일: 사람 카드, 조용 모드, 만나지 않기로 한 사람.

people-go = 이 사람에게 걸어가기
people-block = 이 사람과 만나지 않기
people-block-about = 이것을 고르면 곧바로, 어느 행사장에서도 서로의 모습과 말이 보이지 않습니다. 상대에게는 알리지 않습니다. ‘설정’에서 언제든지 취소할 수 있습니다.
people-blocked = { $name } 님과 더는 만나지 않습니다. ‘설정’에서 취소할 수 있습니다.
people-quiet = 조용 모드
people-quiet-about = 다른 사람의 말과 몸짓을 알리지 않습니다. 안내자의 말과 공지만 전해집니다.
people-apart = 만나지 않기로 한 사람
people-apart-none = 지금은 아무도 없습니다.
people-unblock = 취소
people-unblock-name = { $name } 님 취소
people-unblocked = { $name } 님과 다시 만날 수 있습니다.
