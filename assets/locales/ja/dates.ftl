## 日付と時刻の書き方。サーバーが書くすべてのページで使う。

dates-day = { $year }年{ $month }月{ $number }日
dates-moment = { $day } { $time }（日本時間）
dates-weekday =
    { $number ->
        [1] 月
        [2] 火
        [3] 水
        [4] 木
        [5] 金
        [6] 土
       *[7] 日
    }
dates-day-of-week = { $year }年{ $month }月{ $day }日（{ $weekday }）
dates-when = { $day } { $time }
dates-span-days = { $start } から { $end } まで
dates-span-hours = { $day } { $start }〜{ $end }
