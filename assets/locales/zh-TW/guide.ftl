## 導覽員說話的字幕,有導覽時才載入。

guide-earlier = 先前的話
guide-fold = 收起
guide-unfold = 顯示導覽字幕
guide-size = 文字大小:{ $size ->
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
guide-end-steered = 您開始自己走動,已停止跟隨。
guide-end-gone = 導覽員已離開。
guide-end-no-way = 沒有路可以走到導覽員那裡。
