## 스스로 둘러보는 안내와 맡기는 산책. 열 때 불러옵니다.

tour-about = 안내가 있는 산책이에요. 언제 시작해도, 도중에 그만두어도 괜찮아요.
tour-facts = { $stops }곳 · 약 { $minutes }분
tour-self = 직접 둘러보기
tour-self-about = 다음 장소까지 걸어가서 설명을 읽고, 준비되면 ‘다음’을 눌러요.
tour-ride = 맡기는 산책
tour-ride-about = 조작이 필요 없어요. 걷기도 진행도 맡기고 글만 읽으면 돼요.
tour-choice = { $how }: { $tour }
tour-running = 지금 ‘{ $tour }’을(를) 둘러보는 중이에요.
tour-failed = 안내를 불러오지 못했어요. 다시 시도해 주세요.
tour-card = 마을 산책: { $tour }
tour-progress = { $stop } / { $all }
tour-heading-for = 다음은 { $place }
tour-metres = { $metres }미터 남음
tour-arriving = 거의 다 왔어요
tour-fold = 접기
tour-unfold = 펼치기
tour-pause = 멈추기
tour-go-on = 계속하기
tour-next = 다음: { $place }
tour-finish = 산책 마치기
tour-back = 이전 장소로
tour-skip = 걷지 않고 도착하기
tour-skip-refused = 지금은 갈 수 없어요. 잠시 후 다시 시도해 주세요.
tour-end = 그만두기
tour-slow = 천천히
tour-size = 글자 { $size ->
    [1] 보통
    [2] 크게
   *[3] 아주 크게
}
tour-mode = 맡기기
tour-waiting-person = 쉬는 중이에요. 언제든 계속할 수 있어요.
tour-waiting-steering = 직접 걷기 시작하셔서 안내는 여기서 기다릴게요. 천천히 둘러보세요.
tour-waiting-no-way = 여기서는 걸어갈 길이 없어요. ‘걷지 않고 도착하기’로 계속할 수 있어요.
tour-question = 질문
tour-asking = 대답을 기다리고 있어요. 서두르지 않아도 돼요. ‘다음’으로 넘길 수도 있어요.
tour-correct = 정답
tour-chosen = 고른 답
tour-done = 수고하셨어요
tour-done-about = ‘{ $tour }’을(를) 모두 둘러보셨어요.
tour-score = { $asked }문제 중 { $right }문제를 맞혔어요.
tour-again = 다른 산책
tour-close = 닫기
