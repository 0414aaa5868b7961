## 最初的一分鐘：邊做邊學的三個動作。只有初次來訪的人才下載。

steps-title = 先試三件事
steps-look = 環顧四周
steps-walk = 走路
steps-go = 前往目的地
steps-arrive = 抵達
steps-greet = 打招呼
steps-how-look-solid-touch = 用手指滑動畫面，就能環顧四周。
steps-how-look-solid-keys = 拖曳畫面，或按 Q 和 E，就能環顧四周。
steps-how-walk-solid-touch = 把左下方的圓圈推向想去的方向。
steps-how-walk-solid-keys = 用方向鍵或 WASD 走路，按 Shift 奔跑。
steps-how-go-solid-touch = 輕點地面，就會自己走過去。
steps-how-go-solid-keys = 點擊地面，就會自己走過去。
steps-how-go-flat-touch = 在下方「地點」中，按任一處的「走到這裡」。
steps-how-go-flat-keys = 在下方「地點」中，按任一處的「走到這裡」。
steps-how-arrive-flat-touch = 等待抵達，或按地圖下方的「停下」。
steps-how-arrive-flat-keys = 等待抵達，或按地圖下方的「停下」。
steps-how-walk-flat-keys = 選取地圖，用方向鍵走走看。
steps-how-greet-flat-touch = 從下方的「交談」送出一句問候。
steps-well = 很好。
steps-done = 這樣就會了，請盡情逛逛小鎮。
steps-skip = 略過
steps-close = 關閉
steps-ticked = 完成
