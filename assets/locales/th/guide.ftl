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
guide-by-recorded = ผู้นำทางแบบบันทึกไว้
guide-by-replay = บันทึกการนำชม
guide-by-ride = พาเดินอัตโนมัติ
