export { Introuvable as default } from "@/components/introuvable";
