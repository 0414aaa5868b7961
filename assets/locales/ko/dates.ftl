## 날짜와 시각을 쓰는 법. 서버가 쓰는 모든 페이지에서 씁니다.

dates-day = { $year }년 { $month }월 { $number }일
dates-moment = { $day } { $time } (일본 시간)
dates-weekday =
    { $number ->
        [1] 월
        [2] 화
        [3] 수
        [4] 목
        [5] 금
        [6] 토
       *[7] 일
    }
dates-day-of-week = { $year }년 { $month }월 { $day }일({ $weekday })
dates-when = { $day } { $time }
dates-span-days = { $start }부터 { $end }까지
dates-span-hours = { $day } { $start }~{ $end }
