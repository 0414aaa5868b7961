## 日期與時間的寫法，用於伺服器寫出的所有頁面。

dates-day = { $year }年{ $month }月{ $number }日
dates-moment = { $day } { $time }（日本時間）
dates-weekday =
    { $number ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 日
    }
dates-day-of-week = { $year }年{ $month }月{ $day }日（{ $weekday }）
dates-when = { $day } { $time }
dates-span-days = { $start } 至 { $end }
dates-span-hours = { $day } { $start }～{ $end }
