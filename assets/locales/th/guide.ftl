## คำบรรยายของไกด์ โหลดเฉพาะเมื่อมีไกด์พูด

guide-earlier = ก่อนหน้านี้
guide-fold = พับเก็บ
guide-unfold = แสดงคำพูดของไกด์
guide-size = ขนาดตัวอักษร: { $size ->
    [1] ปกติ
    [2] ใหญ่
   *[3] ใหญ่มาก
}
guide-by-guide = ผู้นำทาง
guide-by-staff = เจ้าหน้าที่
guide-by-recorded = ผู้นำทางแบบบันทึกไว้ ไม่ใช่คนจริง
guide-by-replay = บันทึกการนำชม
guide-by-ride = พาเดินอัตโนมัติ

guide-bar = ผู้นำทาง
guide-follow = เดินตาม
guide-stop-following = หยุดเดินตาม
guide-return = กลับไปหาผู้นำทาง
guide-here = อยู่ตรงนี้
guide-following = กำลังเดินตาม { $name } เริ่มเดินเองเมื่อไรก็หยุดตามได้
guide-end-stopped = หยุดเดินตามแล้ว
guide-end-steered = คุณเริ่มเดินเอง จึงหยุดเดินตามแล้ว
guide-end-gone = ผู้นำทางออกไปแล้ว
guide-end-no-way = ไม่มีทางเดินไปหาผู้นำทาง

guide-recordings-about = เดินตามการนำชมของกิจกรรมที่ผ่านมา เป็นบันทึกเส้นทางและคำพูดของผู้นำทาง และมีแต่คุณที่เห็น
guide-recordings-none = ยังไม่มีบันทึกที่เผยแพร่
guide-recording-facts = ประมาณ { $minutes } นาที · { $lines } ประโยค
guide-play = เดินไปด้วยกัน
guide-play-this = เดินไปกับ “{ $title }”
guide-playing = เริ่มบันทึกของ “{ $title }”
guide-replay-hold = ขอให้รอ
guide-replay-go-on = ไปต่อ
guide-replay-end = จบ
guide-replay-waits = กำลังรอคุณ
guide-replay-left = เหลือประมาณ { $minutes } นาที

guide-gather = เรียกทุกคนมาที่นี่
guide-gathered = เรียกทุกคนแล้ว
guide-called = มีคนเรียกคุณ
guide-calls = { $name } ขอให้ทุกคนมารวมกัน
guide-come = ไปที่นั่น
guide-stay = อยู่ตรงนี้
