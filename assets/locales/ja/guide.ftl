## 案内の言葉を読む字幕。案内を聞くときにだけ読みこむ。

guide-earlier = 前の言葉
guide-fold = たたむ
guide-unfold = 案内の字幕をひらく
guide-size = 文字の大きさ { $size ->
    [1] 標準
    [2] 大
   *[3] 特大
}
guide-by-guide = 案内人
guide-by-staff = 係
guide-by-recorded = 録音の案内
guide-by-replay = 案内の記録
guide-by-ride = おまかせ散歩
