## 自己走的導覽與輕鬆跟走。打開時才下載。

tour-about = 有導覽的散步，隨時可以開始，也隨時可以停下來。
tour-facts = { $stops }站，約{ $minutes }分鐘
tour-self = 自己走
tour-self-about = 帶您走到每一站，讀完說明後再按「下一站」。
tour-ride = 輕鬆跟走
tour-ride-about = 完全不用操作，走路和說明都自動進行，您只要閱讀就好。
tour-choice = { $how }：{ $tour }
tour-running = 正在走「{ $tour }」。
tour-failed = 無法載入導覽，請再試一次。
tour-card = 小鎮散步：{ $tour }
tour-progress = { $stop } / { $all }
tour-heading-for = 下一站：{ $place }
tour-metres = 還有{ $metres }公尺
tour-arriving = 快到了
tour-fold = 收起
tour-unfold = 展開
tour-pause = 停一下
tour-go-on = 繼續
tour-next = 下一站：{ $place }
tour-finish = 結束散步
tour-back = 回上一站
tour-skip = 不走路直接到
tour-skip-refused = 現在還不能去，請稍候再試。
tour-end = 離開
tour-slow = 慢一點
tour-size = 文字 { $size ->
    [1] 標準
    [2] 大
   *[3] 特大
}
tour-mode = 輕鬆跟走
tour-waiting-person = 休息中，隨時可以繼續。
tour-waiting-steering = 您自己走起來了，導覽就在這裡等您，請慢慢逛。
tour-waiting-no-way = 從這裡找不到能走的路，可以按「不走路直接到」繼續。
tour-question = 問個問題
tour-asking = 正在等您回答，不用急；也可以按「下一站」跳過。
tour-correct = 答對了
tour-chosen = 您的答案
tour-done = 辛苦了
tour-done-about = 「{ $tour }」走完了。
tour-score = { $asked }題中答對{ $right }題。
tour-again = 其他散步路線
tour-close = 關閉
