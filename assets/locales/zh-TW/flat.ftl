## 地圖小鎮：用地圖和文字走的小鎮。先寫日文，此檔隨之。

flat-map = 小鎮地圖
flat-map-about = 紅色標記是您，藍色標記是其他人。上方為北。用方向鍵行走。按 Enter 可聽取目前所在位置。用加號與減號改變大小，用 I、K、J、L 移動地圖。
flat-nearer = 放大地圖
flat-further = 縮小地圖
flat-whole = 查看整個小鎮
flat-own = 查看自己周圍
flat-here = 目前所在位置
flat-near = 附近的地點
flat-standing = 您在「{ $place }」。
flat-standing-near = 最近的地點是「{ $place }」（{ $where }）。
flat-tell = 朗讀周圍的情形
flat-told-place = { $where }是「{ $place }」。
flat-told-alone = { $metres } 公尺內沒有其他人。
flat-told-people =
    { $count ->
        [1] { $name } 在您附近（{ $where }）。
       *[other] 附近有 { $count } 人，最近的是 { $name }（{ $where }）。
    }
flat-hint = 選擇地點或點一下地圖，就會走到那裡。
flat-going = 正走向地圖上的那個地方。
flat-arrived = 到了。
flat-left = 還有 { $metres } 公尺
flat-half-way = 還有 { $metres } 公尺。
