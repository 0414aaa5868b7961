## 快速移動的路線圖。打開時才下載。

travel-about = 選好目的地就能直接抵達，不必走路。集章仍要在當地站滿三秒。
travel-line = 連接各島的路線
travel-here = 目前位置
travel-arrived = 已抵達{ $place }。
