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
guide-by-recorded = 預錄導覽
guide-by-replay = 導覽紀錄
guide-by-ride = 自動散步
