## 導覽員說話的字幕，有導覽時才載入。

guide-earlier = 先前的話
guide-fold = 收起
guide-unfold = 顯示導覽字幕
guide-size = 文字大小：{ $size ->
    [1] 標準
    [2] 大
   *[3] 特大
}
guide-by-guide = 導覽員
guide-by-staff = 工作人員
guide-by-recorded = 預錄導覽（並非真人）
guide-by-replay = 導覽紀錄
guide-by-ride = 自動散步

guide-bar = 導覽員
guide-follow = 跟著走
guide-stop-following = 不再跟著走
guide-return = 回到導覽員身邊
guide-here = 就在身邊
guide-following = 正跟著{ $name }走。自己走動就會停止。
guide-end-stopped = 已停止跟隨。
guide-end-steered = 您開始自己走動，已停止跟隨。
guide-end-gone = 導覽員已離開。
guide-end-no-way = 沒有路可以走到導覽員那裡。

guide-recordings-about = 可以在活動之後跟著走一遍。這是導覽員走過的路和說過的話的紀錄，只出現在您的畫面上。
guide-recordings-none = 還沒有公開的紀錄。
guide-recording-facts = 約{ $minutes }分鐘，{ $lines }句話
guide-play = 一起走
guide-play-this = 跟著「{ $title }」一起走
guide-playing = 「{ $title }」的紀錄開始了。
guide-replay-hold = 請稍等
guide-replay-go-on = 繼續
guide-replay-end = 結束
guide-replay-waits = 正在等您
guide-replay-left = 還有約{ $minutes }分鐘

guide-gather = 請大家過來
guide-gathered = 已請大家過來。
guide-called = 有人請您過去
guide-calls = { $name }請大家過去。
guide-come = 過去那裡
guide-stay = 留在這裡
