//! How an HTML report looks, and the hash by which its page allows this style and nothing else.
//!
//! The tones are the Daylight theme's. In print browsers drop backgrounds: black on white then, with a thick border
//! in the tone's colour.

/// The one style of a report.
pub(in crate::report) const STYLE: &str = "\
:root{color-scheme:light}\
body{font:1rem/1.5 system-ui,sans-serif;color:#121212;background:#fff;margin:0 auto;padding:1.5rem;max-width:64rem}\
h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.4rem;border-bottom:2px solid #005f87;margin:2.5rem 0 .75rem}\
h3{font-size:1.15rem;margin:1.75rem 0 .5rem}a{color:#005f87}.sub{color:#3a3a3a}\
.skip{position:absolute;left:-999rem}.skip:focus{position:static}\
.caution{border-left:.4rem solid #870000;padding:.25rem .75rem;background:#f4f4f4}\
nav ul{columns:2}\
table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.925rem}\
caption{text-align:left;font-weight:600;padding:.25rem 0}\
th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
thead th{background:#eee}tbody th{font-weight:400}\
.c6{width:6%}.c8{width:8%}.c10{width:10%}.c12{width:12%}.c14{width:14%}.c16{width:16%}.c18{width:18%}.c20{width:20%}.c22{width:22%}.c24{width:24%}.c26{width:26%}.c28{width:28%}.c30{width:30%}.c32{width:32%}\
.c34{width:34%}.c36{width:36%}.c38{width:38%}.c40{width:40%}.c42{width:42%}.c44{width:44%}.c46{width:46%}.c48{width:48%}.c50{width:50%}.c52{width:52%}.c54{width:54%}.c56{width:56%}.c58{width:58%}.c60{width:60%}\
p,li,.l{white-space:pre-line}.l{display:block}.l+.l{margin-top:.3rem}\
.map{overflow-x:auto}.map table{table-layout:fixed;min-width:56rem;font-size:.8rem}.map td{border:2px solid #fff;outline:1px solid #767676}\
.t1,.red{background:#870000;color:#fff}.t2,.amber{background:#ffaf00;color:#000}.t3{background:#d7d7d7;color:#000}\
.t4{background:#5fafff;color:#000}.t5{background:#0000af;color:#fff}.green{background:#87d7d7;color:#000}\
.tx{background:#fff;color:#000;outline:3px dashed #000;outline-offset:-4px}\
.tq{background:#fff;color:#000;outline:3px dotted #000;outline-offset:-4px}.tn{background:#f4f4f4;color:#3a3a3a}\
figure{margin:1rem 0}svg{max-width:100%;height:auto;font:13px system-ui,sans-serif}\
.bar{fill:#005f87}.axis{stroke:#767676}.join{stroke:#005f87;stroke-width:4}.low{fill:#fff;stroke:#005f87;stroke-width:3}.high{fill:#005f87}\
@page{size:A4;margin:15mm}@page wide{size:A4 landscape;margin:10mm}\
@media print{body{max-width:none;padding:0;font:9pt/1.35 Arial,sans-serif}h1{font-size:16pt}h2{font-size:13pt;margin:14pt 0 4pt}h3{font-size:10.5pt;margin:10pt 0 3pt}table{font-size:8pt;margin:4pt 0}th,td{padding:1.5pt 3pt}p,ul,ol{margin:3pt 0}.l+.l{margin-top:1pt}figure{margin:6pt 0}svg{font-size:14px;max-width:14cm}.skip,nav{display:none}.wide{page:wide;break-before:page}\
thead{display:table-header-group}tr,figure{break-inside:avoid}h2,h3,caption{break-after:avoid}\
.map{overflow:visible}.map table{min-width:0;font-size:7.5pt}\
td,th,.caution{background:#fff!important;color:#000!important;outline:none!important;border:1px solid #000!important}\
.t1,.red{border-left:6pt solid #870000!important}.t2,.amber{border-left:6pt solid #ffaf00!important}\
.t3{border-left:6pt solid #a8a8a8!important}.t4{border-left:6pt solid #5fafff!important}\
.t5{border-left:6pt solid #0000af!important}.green{border-left:6pt solid #87d7d7!important}\
.tx{border:2pt dashed #000!important}.tq{border:2pt dotted #000!important}\
svg{print-color-adjust:exact}}";

/// The SHA-256 of [`STYLE`] in base 64; a test computes it again.
pub(in crate::report) const STYLE_HASH: &str = "9vDxQvC0yEARz2WER3yrknvgqpZQ84Y0tL2oQx58vC8=";
