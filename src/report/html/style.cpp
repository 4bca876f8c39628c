// See style.h.
//
// Logical properties only (inline-start, not left), so that one style serves both directions. Every colour is
// a variable with a light and a dark value; each pair of text and ground has a contrast of 4.5 : 1 or more.
// Standing (low, middle, high) is never said by colour alone. Print is always light.
#include "report/html/style.h"

namespace ibtikar {
namespace {

constexpr std::string_view kStyle = R"css(
:root{--ground:#f6f5f1;--sheet:#fff;--ink:#1b2430;--soft:#525d6b;--line:#dcdfe3;--faint:#eef0f2;--link:#1d4f91;
--low:#a8321f;--lower:#964600;--middle:#855600;--central:#6b6000;--upper:#4d6a00;
--higher:#1d7030;--near-top:#0b6660;--high:#0b5a7d;--none:#525d6b;
--low-wash:#fbeae6;--lower-wash:#fbeee0;--middle-wash:#faf0da;--central-wash:#f5f2d8;--upper-wash:#eef4d9;
--higher-wash:#e2f3e2;--near-top-wash:#ddf3ef;--high-wash:#e0eff8;--none-wash:#eef0f2;--shadow:0 1px 2px #1b24301a,0 6px 24px #1b24300d}
@media screen and (prefers-color-scheme:dark){:root{--ground:#11161d;--sheet:#19202a;--ink:#e9edf2;--soft:#a9b4c1;
--line:#364150;--faint:#242d39;--link:#8fbcf5;--low:#ff9b8a;--lower:#ffab6b;--middle:#f0bd5b;--central:#d9cb57;--upper:#b5d45f;
--higher:#7ddc87;--near-top:#5fd6c0;--high:#7cc8f2;--none:#a9b4c1;
--low-wash:#3a221f;--lower-wash:#3a2919;--middle-wash:#352b17;--central-wash:#302d17;--upper-wash:#2a3118;
--higher-wash:#1b3320;--near-top-wash:#15332f;--high-wash:#17303f;--none-wash:#242d39;--shadow:none}}
*{box-sizing:border-box}
html{font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,"Noto Sans Arabic",
sans-serif;color:var(--ink);background:var(--ground);font-variant-numeric:tabular-nums lining-nums;
-webkit-text-size-adjust:100%;text-size-adjust:100%}
html:lang(ar){line-height:1.8;font-family:"Noto Sans Arabic","IBM Plex Sans Arabic","SF Arabic","Segoe UI",
"Geeza Pro",Tahoma,"Noto Naskh Arabic",system-ui,sans-serif}
body{margin:0;overflow-wrap:anywhere}
.wrap{max-inline-size:60rem;margin-inline:auto;padding-inline:1rem}
h1,h2,h3,h4,h5,p,ul,ol,dl,dd,figure,table{margin:0;padding:0}
h1,h2,h3,h4,h5{line-height:1.25;text-wrap:balance}
:lang(ar):is(h1,h2,h3,h4,h5),:lang(ar) :is(h1,h2,h3,h4,h5){line-height:1.5}
ul,ol{list-style:none}
a{color:var(--link)}
a:focus-visible,[role=button]:focus-visible,input:focus-visible,select:focus-visible,.scroll:focus-visible{
outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
code{font:.85em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;direction:ltr;
unicode-bidi:isolate;overflow-wrap:anywhere}
.skip{position:absolute;inset-block-start:-10rem;inset-inline-start:1rem;padding:.5rem 1rem;background:var(--sheet)}
.skip:focus{inset-block-start:.5rem;z-index:1}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.soft{color:var(--soft)}
.low{--tone:var(--low);--wash:var(--low-wash)}
.lower{--tone:var(--lower);--wash:var(--lower-wash)}
.middle{--tone:var(--middle);--wash:var(--middle-wash)}
.central{--tone:var(--central);--wash:var(--central-wash)}
.upper{--tone:var(--upper);--wash:var(--upper-wash)}
.higher{--tone:var(--higher);--wash:var(--higher-wash)}
.near-top{--tone:var(--near-top);--wash:var(--near-top-wash)}
.high{--tone:var(--high);--wash:var(--high-wash)}
.none{--tone:var(--none);--wash:var(--none-wash)}
.accent{--tone:var(--link);--wash:var(--none-wash)}
.head{padding-block:2.5rem 1.5rem}
.head .title{font-size:clamp(1.7rem,1.2rem + 2.2vw,2.6rem);font-weight:700;letter-spacing:-.01em}
.head :lang(ar).title,:lang(ar) .head .title{letter-spacing:0}
.head .organization{font-weight:600;color:var(--soft);margin-block-end:.35rem}
.head .by{color:var(--soft);margin-block-start:.6rem;font-size:.95rem}
.part{background:var(--sheet);border-radius:.75rem;box-shadow:var(--shadow);padding:1.5rem clamp(1rem,4vw,2rem);
margin-block-end:1.25rem}
.part>.heading{font-size:1.2rem;font-weight:700;margin-block-end:.25rem}
.part>.legend{color:var(--soft);font-size:.92rem;margin-block-end:1rem;max-inline-size:44rem}
.verdict{border-block-start:.4rem solid var(--tone)}
.verdict>.heading{font-size:.95rem;font-weight:600;color:var(--soft)}
.result{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 2rem;color:var(--tone)}
.result .name{font-size:clamp(1.7rem,1.3rem + 2vw,2.4rem);font-weight:750;line-height:1.3}
.result .number{color:var(--soft)}
.result .number bdi{font-size:clamp(2rem,1.5rem + 2.4vw,3rem);font-weight:750;color:var(--tone);line-height:1.2}
.verdict .meaning{font-size:1.08rem;max-inline-size:46rem;margin-block:.4rem 1.4rem}
svg{display:block;inline-size:100%;overflow:visible}
svg text{font-size:12px;font-weight:400;fill:var(--soft)}
svg .track{fill:var(--faint)}svg .sure{fill:var(--tone)}svg .likely{fill:var(--tone);fill-opacity:.5}
svg .possible{fill:var(--tone);fill-opacity:.22}svg.none .possible{fill-opacity:.12}svg .border{stroke:var(--sheet);stroke-width:2}
svg .tick{stroke:var(--ink);stroke-width:3;stroke-linecap:round}
svg .zone{fill:var(--tone);fill-opacity:.3}svg .zone.reached{fill-opacity:1}
svg text.rank{fill:var(--ink)}svg text.rank.reached{fill:var(--sheet);font-weight:700}
svg .span{stroke:var(--ink);stroke-width:2}svg .dot{fill:var(--ink);stroke:var(--sheet);stroke-width:2}
svg .cell{fill:var(--faint);stroke:var(--line)}svg .cell.filled{fill:var(--tone);fill-opacity:.4;stroke:none}
svg .cell.at{fill:var(--tone);stroke:none}svg .cell.void{fill:none;stroke-dasharray:3 3;stroke:var(--soft)}
.bands{display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;font-size:.9rem;color:var(--soft);margin-block-start:.6rem}
.bands{counter-reset:band}.bands li{counter-increment:band}
.bands li::before{content:counter(band);display:inline-block;margin-inline-end:.45rem;min-inline-size:1.25rem;text-align:center;font-size:.8rem;
line-height:1.25rem;border-radius:.25rem;background:var(--wash);color:var(--tone);box-shadow:inset 0 0 0 1px var(--tone);
print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bands .reached{color:var(--ink);font-weight:700}.bands .reached::before{background:var(--tone);color:var(--sheet)}
.marks{display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;font-size:.9rem;color:var(--soft);margin-block-start:.6rem}
.marks svg{display:inline-block;inline-size:1rem;block-size:1rem;margin-inline-end:.4rem;vertical-align:-.15rem}
.mark path,.map svg path{fill:var(--tone);fill-opacity:.45;stroke:var(--tone)}svg.none path{fill:none;stroke-dasharray:3 2}
.marks .none path{fill:none;stroke-dasharray:3 2}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.8rem 2rem;
margin-block-start:1.4rem;padding-block-start:1.1rem;border-block-start:1px solid var(--line)}
.facts dt{font-size:.85rem;color:var(--soft)}
.facts dd{font-weight:550}
.contents{margin-block-end:1.25rem;font-size:.92rem}
.contents a{text-decoration-color:var(--line)}.contents a:hover{text-decoration-color:currentcolor}
.contents ul{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem}
table{border-collapse:collapse;inline-size:100%}
caption{caption-side:bottom;text-align:start;padding-block-start:.8rem}
th,td{text-align:start;vertical-align:middle;padding:.55rem .75rem;font-weight:400}
th:first-child,td:first-child{padding-inline-start:0}th:last-child,td:last-child{padding-inline-end:0}
thead th{font-size:.83rem;color:var(--soft);font-weight:550;vertical-align:bottom;padding-block-start:0}
tbody tr{border-block-start:1px solid var(--line)}
.scores .bar-column{inline-size:38%}
.scores .figure,.scores .range{white-space:nowrap;text-align:end}
.scores .last{text-align:end}.scores .band{min-inline-size:7.5rem;max-inline-size:11rem}
.scores td.figure{font-weight:700}.scores td.range{color:var(--soft);font-size:.92rem}
.scores .group th{font-weight:650;color:var(--soft);font-size:.92rem;padding-block:1.1rem .35rem}
.scores .capped{display:block;font-weight:400;font-size:.83rem;color:var(--soft);white-space:normal}
.large th[scope=row] .name{font-weight:650;font-size:1.05rem;display:block}
.large td.figure{font-size:1.35rem;color:var(--tone)}
.large .asks{color:var(--soft);font-size:.9rem;display:block}
.tag{display:inline-block;padding:.05rem .6rem;border-radius:1rem;background:var(--wash);color:var(--tone);
font-size:.88rem;font-weight:650;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.key{margin-block-start:.8rem;display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;color:var(--soft);font-size:.85rem}
.key li{display:flex;align-items:center;gap:.45rem}
.key svg{inline-size:1.4rem;flex:none}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:1rem}
.cards div{border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;display:flex;flex-direction:column-reverse;
justify-content:flex-end}
.cards .counts{border:2px solid var(--ink)}
.cards dd{font-size:1.6rem;font-weight:700;line-height:1.3}
.cards small{display:block;color:var(--soft);font-size:.83rem}
.entries>li{display:grid;grid-template-columns:minmax(3.6rem,max-content) 1fr;gap:.1rem 1rem;padding-block:.8rem;
border-block-start:1px solid var(--line)}
.part>.legend+.entries>li:first-child,.part>.heading+.entries>li:first-child{border-block-start:0}
.entries .amount{font-weight:700;font-size:1.1rem;color:var(--tone);text-align:end;direction:ltr}
.entries .sign{font-weight:700;color:var(--tone);background:var(--wash);inline-size:1.7rem;block-size:1.7rem;
border-radius:50%;display:grid;place-items:center;line-height:1;justify-self:end}
.entries .title{font-weight:600}
.entries p:not(.title),.entries ul{font-size:.94rem;color:var(--soft)}
.entries .effect{color:var(--ink)!important;font-weight:600}
.entries ul{list-style:disc;padding-inline-start:1.2rem}
.plain li{padding-block:.3rem .3rem;padding-inline-start:1.1rem;position:relative}
.plain li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.95rem;inline-size:.4rem;
block-size:.4rem;border-radius:50%;background:var(--soft)}
.grid .bar-column{inline-size:34%}.grid .name{font-weight:600;display:block}
.grid .answer{color:var(--soft);font-size:.92rem;display:block}
.grid .figure{text-align:center}.ends{display:flex;justify-content:space-between}
.grid .figure>span:not(.soft,.tag){white-space:nowrap}
.grid .tag{display:table;margin-inline:auto}
.answers .section{font-size:1.02rem;font-weight:700;color:var(--soft);margin-block:1.8rem 0}
.answers .criterion{font-size:1.05rem;font-weight:700}
.group-head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 1rem;align-items:baseline;
margin-block-start:1.1rem;padding-block-end:.35rem;border-block-end:2px solid var(--line)}
.answers .why{color:var(--soft);font-size:.92rem;margin-block-start:.4rem}
.answers .list>li{padding-block:.8rem;border-block-end:1px solid var(--line)}
.answers .asked{font-weight:600}
.answers .meta,.answers .links{color:var(--soft);font-size:.9rem}
.answers .note{font-size:.92rem;border-inline-start:3px solid var(--line);padding-inline-start:.8rem;margin-block:.2rem}
.answers .open{color:var(--soft);font-style:italic}:lang(ar) .answers .open{font-style:normal}
[hidden]{display:none!important}
svg .axis{stroke:var(--line)}svg .field{fill:none;stroke:var(--line)}
.map .name{font-size:13px;font-weight:650;fill:var(--ink)}
.counted td:nth-child(2){inline-size:45%}.counted td:nth-child(n+3){text-align:end;white-space:nowrap}
.counted th:nth-child(n+3){text-align:end}
.histograms{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1.5rem 2rem}
figcaption{font-weight:650}figcaption span{display:block;font-weight:400;color:var(--soft);font-size:.85rem}
.wide{max-inline-size:84rem}
.controls{display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;align-items:end;margin-block:.5rem 1rem}
.controls label{max-inline-size:100%;display:grid;font-size:.85rem;color:var(--soft)}
input,select{font:inherit}
input{inline-size:16rem}
input,select{max-inline-size:100%;padding:.35rem .6rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--sheet);color:var(--ink)}
.scroll{overflow-x:auto}
.portfolio{font-size:.93rem}.portfolio :is(td,thead th),.counted :is(td,thead th){overflow-wrap:break-word}
.counted tbody th{min-inline-size:5.5rem}
.portfolio th,.portfolio td{padding:.45rem .5rem}
.portfolio .place{color:var(--soft);text-align:end;white-space:nowrap}.portfolio .total{inline-size:13%}
.portfolio tbody th{min-inline-size:11rem;line-height:1.35}
.portfolio .id{display:block;color:var(--soft);font-size:.82rem}
.portfolio .number{text-align:end;white-space:nowrap}.portfolio tbody .number:not(.soft){color:var(--tone,var(--ink));font-weight:600}
.portfolio .total svg{margin-block-start:.2rem;min-inline-size:5rem}
.portfolio thead th{position:sticky;inset-block-start:0;background:var(--sheet);vertical-align:bottom}
.portfolio [role=button]{cursor:pointer;text-decoration:underline;
text-decoration-color:var(--line);text-underline-offset:.2em}
[aria-sort=ascending] [role=button]::after{content:" ▲"}[aria-sort=descending] [role=button]::after{content:" ▼"}
.report-footer{color:var(--soft);font-size:.88rem;padding-block:1rem 2.5rem}
.reports{display:grid;gap:.4rem}
.reports li{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .8rem}
.reports a{font-weight:600}
article+article{margin-block-start:3rem;border-block-start:1px solid var(--line)}
@media screen and (max-width:40rem){
.counted :is(th,td){padding-inline:.3rem}.counted td:nth-child(2){inline-size:25%}
.scores thead,.grid thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.scores tbody tr:not(.group),.grid tbody tr{display:grid;grid-template-columns:1fr auto auto;gap:.15rem .8rem;padding-block:.7rem;
align-items:baseline}
.scores tbody :is(th,td),.grid tbody :is(th,td){padding:0}
.scores tbody th[scope=row],.grid tbody th[scope=row]{grid-column:1/-1}
.scores .bar-column{grid-column:1/-1;inline-size:100%;padding-block:.3rem!important}
.scores .figure{text-align:start}.scores .last{grid-column:3}.scores .band{min-inline-size:0}
.grid .bar-column{grid-column:1/-1;inline-size:100%;padding-block:.3rem!important}.grid .figure{text-align:start;grid-column:1/-1}
.part{border-radius:0;margin-inline:-1rem;padding-inline:1rem}
.entries>li{grid-template-columns:1fr}.entries .amount,.entries .sign{text-align:start;justify-self:start}}
@page{size:A4;margin:16mm 15mm 18mm;
@bottom-center{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#525d6b}}
@media print{
html{font-size:10pt;background:none}
html:has(.short){font-size:8.3pt;line-height:1.4}html:lang(ar):has(.short){line-height:1.5}.short .head{padding-block-end:.4rem}
.short .part{padding-block:.5rem;margin-block-end:.2rem}.short .entries>li{padding-block:.4rem}.short .plain li{padding-block:.1rem}
.short .plain li::before{inset-block-start:.6rem}
.wrap{max-inline-size:none;padding:0}
.contents,.skip,.controls{display:none}
.scroll{overflow:visible}.portfolio{font-size:8pt}.portfolio thead th{position:static}
.head{padding-block:0 1rem}
.part{box-shadow:none;border-radius:0;padding:0;padding-block:.9rem;margin-block-end:.4rem;border-block-start:1px solid var(--line)}
.verdict{border-block-start:.35rem solid var(--tone);border-block-end:0}
.criteria{break-before:page;border:0}
svg,.sign{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h1,h2,h3,h4,h5,.group-head,.group,.legend,.section,.why{break-after:avoid}
tr,p,li,dl>div,figure,svg,.verdict,.cards,.grid,caption,.scores tbody,[aria-labelledby=map]{break-inside:avoid}
thead{display:table-header-group}
p{orphans:3;widows:3}
article+article{break-before:page;border:0}
}
)css";

}  // namespace

std::string_view html_style() { return kStyle; }

}  // namespace ibtikar
